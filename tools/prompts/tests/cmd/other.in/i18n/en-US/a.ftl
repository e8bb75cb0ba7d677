offline = You are offline
    .description =
        The first line
        and a second
seats-left =
    { $count ->
        [0] No seats are left for { $name }
        [one] One seat is left for { $name }
       *[other] { $count } seats are left for { $name }
    }
    .action = Join
unknown-code = Error { $code }
