# $days (Number) - days
up =
    { $days ->
        [one] { $days } day, on
       *[other] { $days } days, on
    }
