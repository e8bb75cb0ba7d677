up =
    { $days ->
        [one] { $days } 日、稼働
       *[other] { $days } 日 稼働
    }
