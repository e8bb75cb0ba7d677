seats-left =
    { $seats ->
       *[other] Swobodne miejsca: { $seats }.
    }
only-default = Sōm: { $members }.
queue = { $place }. w raji.
rooms =
    { $count ->
        [one] Jedyn pokōj je ôtwarty.
       *[more] Pokoje sōm ôtwarte.
    }
two-rooms = Dwa pokoje
cards =
    { $cards ->
        [one] { $cards } karta
        [few] { $cards } karty
       *[many] { $cards } kart
    }
files = Zbiory: { $files }
addresses = Do { $limit } adresōw
delete = Wychrōń
