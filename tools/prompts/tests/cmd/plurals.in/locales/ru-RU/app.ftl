jobs-left =
    { $count ->
        [0] Нет заданий
        [one] { $count } задание
        [few] { $count } задания
        [many] { $count } заданий
       *[other] { $count } задания, дробное
    }
