seats-left =
    🙂 Места: { $seats ->
        [one] свободно { $seats } место.
       *[other] свободно { $seats } места.
    }
members =
    { NUMBER($members) ->
        [0] Здесь никого нет.
       *[other] Здесь { $members } участников.
    }
queue = Вы { $place }-й в очереди.
-room = { $count ->
        [one] комната
       *[many] комнат
    }
two-rooms = Две { -room(count: 2) }
selected =
    { $files ->
        [one] Выбран { $files } файл
       *[other] Выбрано { $files } файлов
    }
