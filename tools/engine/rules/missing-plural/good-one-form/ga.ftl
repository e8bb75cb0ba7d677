ago =
    { $hours ->
        [one] 1 nóiméad ó shin
       *[other] { $hours } nóiméad ó shin
    }
