member-left = { $name } ушёл
    .title = { $name } ушёл
room-full =
    { $name } { $seats ->
        [one] занял { $seats } место
        [few] занял несколько мест
       *[many] занял { $seats } мест
    }
member-back =
    { $name ->
        [host] Ведущий вернулся
       *[guest] Участник вернулся
    }
files =
    { $files ->
        [one] Один файл
        [few] { $files } файла
       *[many]
            { { $files ->
                [0] Нет файлов
               *[other] Много файлов
            } }
    }
files-left = Осталось { $files } файлов
files-some = Файлы
