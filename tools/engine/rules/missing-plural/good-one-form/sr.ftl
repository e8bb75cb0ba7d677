ago =
    { $hours ->
        [1] Пре 1 сат
       *[other] Пре { $hours } сат.
    }
