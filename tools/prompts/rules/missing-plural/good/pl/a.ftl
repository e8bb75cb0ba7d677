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
