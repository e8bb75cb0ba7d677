seats-left =
    { $seats ->
        [one] Вільне { $seats } місце.
        [few] Вільні { $seats } місця.
       *[other] Вільно { $seats } місць.
    }
only-default = Присутні: { $members }.
queue = Ви { $place }-й у черзі.
rooms =
    { $count ->
        [one] Одна кімната відкрита.
       *[more] Кімнати відкриті.
    }
two-rooms = Дві кімнати
cards =
    { $cards ->
        [one] { $cards } картка
        [few] { $cards } картки
       *[other] { $cards } карток
    }
files =
    { $files ->
        [one] { $files } файл
        [few] { $files } файли
       *[other] { $files } файлів
    }
addresses = До { $limit } адрес
delete =
    { $chosen ->
        [1] Видалити файл
       *[other] Видалити файли
    }
