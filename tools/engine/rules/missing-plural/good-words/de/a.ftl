copying = Dateien werden kopiert: { $count }
moving =
    { $count ->
       *[1] Datei wird verschoben
        [other] { $count } Dateien werden verschoben
    }
deleting =
    { $count ->
        [one] { $count } Datei wird gelöscht
       *[other] { $count } Dateien werden gelöscht
    }
copied =
    { $count ->
        [one] { $count } Datei kopiert
       *[other] { $count } Dateien kopiert
    }
moved =
    { $count ->
        [one] { $count } Datei verschoben
       *[other] { $count } Dateien verschoben
    }
wait = { $minutes } Min. warten
found = { $hits } Treffer von { $all }
keys =
    { $shortcut ->
        [zero] Keine Tasten
       *[other] { $shortcut }
    }
