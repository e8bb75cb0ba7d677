seats-left =
    { $seats ->
        [one] Jedno miejsce jest wolne.
        [few] { $seats } miejsca są wolne.
       *[many] { $seats } miejsc jest wolnych.
    }
only-default = Obecni: { $members }.
queue = Jesteś { $place }. w kolejce.
rooms =
    { $count ->
        [one] Jeden pokój jest otwarty.
       *[more] Pokoje są otwarte.
    }
-room = { $count ->
        [one] pokój
       *[few] pokoje
    }
two-rooms = Dwa { -room(count: 2) }
cards =
    { $cards ->
        [one] { $cards } karta
        [few] { $cards } karty
       *[many] { $cards } kart
    }
files =
    { $files ->
        [one] { $files } plik
        [few] { $files } pliki
       *[many] { $files } plików
    }
addresses =
    { $limit ->
       *[other] Do { $limit } adresów
    }
delete =
    { $chosen ->
        [one] Usuń plik
       *[other] Usuń pliki
    }
