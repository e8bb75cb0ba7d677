seats-left =
    { $seats ->
        [one] Ein Platz ist frei.
       *[other] { $seats } Plätze sind frei.
    }
role =
    { $role ->
        [techer] Sie haben den Platz geschlossen.
       *[member] Der Platz wurde geschlossen.
    }
kind =
    { $kind ->
        [raum] Der Raum ist geschlossen.
       *[other] Es ist geschlossen.
    }
queue = Sie sind Nummer { $place }.
