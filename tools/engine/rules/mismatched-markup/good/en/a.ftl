# Variables:
#   $url (String) - an address
link = Read <a href="{ $url }">the help</a> or <strong>leave</strong>.<br>Please!
# Variables:
#   $url (String) - an address
link-again = Read <a href="{ $url }">the help</a>
less = a < b, <3, <file> and <name@example.com>
list = <ul><li>One<li>Two</ul>
once = Press <b>Ctrl C</b> to copy
brand = A{ " " }<span>test</span>&nbsp;&lt;
literal = { "<b>" }Bold{ "</b>" }
# Variables:
#   $seats (Number) - the seats
variant =
    { $seats ->
        [one] <b>One</b> seat
       *[other] <b>{ $seats }</b> seats
    }
refers = <em>Press</em>
