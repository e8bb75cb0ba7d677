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
files =
    { $files ->
        [einzahl] { $files } Datei
       *[other] { $files } Dateien
    }
to = { $way ->
        [up] Nach oben
       *[down] Nach unten
    }
    .room = { $way ->
        [up] Zum Raum oben
       *[down] Zum Raum unten
    }
-team = { $case ->
        [upper] Team
        [genitiv] Teams
       *[lower] team
    }
team-left = { -team(case: "genitive") } Gruppe ist weg
wait =
    { $hours ->
        [one] { $hours } Stunde
       *[other] { $hours } Stunden
    }
