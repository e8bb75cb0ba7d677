# $hours (Number) - hours
ago =
    { $hours ->
        [one] One hour ago
       *[other] { $hours } hours ago
    }
