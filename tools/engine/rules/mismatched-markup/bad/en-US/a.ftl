open = The room is full, <a data-l10n-name="rooms">use another one<a>
lost = Please leave the room at once
added = The <a href="rooms">room</a> has been closed
name = Please read the <a data-l10n-name="hlep">help</a>
closes = The /em>room</em> has been closed
two = <a>Sign in or register</a>
variant =
    { $seats ->
        [0] There are <b>no</b> seats
        [one] One seat is left
       *[other] There are <b>{ $seats } seats left
    }
typo = The <strnog>room</strong> has been closed
app = Please sign in
    .title = Sign in
unknown-code = An unknown error occurred (code { $code })
entity = Sign in with <room number> &copy;
