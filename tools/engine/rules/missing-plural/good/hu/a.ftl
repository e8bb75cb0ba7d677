seats-left =
    { $seats ->
       *[other] { $seats } hely szabad.
    }
only-default =
    { $members ->
       *[other] { $members } tag van itt.
    }
queue = A { $place }. vagy a sorban.
rooms =
    { $count ->
        [one] Egy terem nyitva van.
       *[more] Több terem nyitva van.
    }
two-rooms = Két terem
cards = { $cards } kártya
files = { $files } fájl
addresses = Legfeljebb { $limit } cím
delete = Törlés
