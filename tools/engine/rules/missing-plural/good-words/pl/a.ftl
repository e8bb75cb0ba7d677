# After a verbal noun, two and five files have the same form.
copying =
    { $count ->
        [one] Kopiowanie { $count } pliku
       *[other] Kopiowanie { $count } plików
    }
moving =
    { $count ->
        [one] Przenoszenie { $count } pliku
       *[other] Przenoszenie { $count } plików
    }
deleting =
    { $count ->
        [one] Usuwanie { $count } pliku
       *[other] Usuwanie { $count } plików
    }
copied =
    { $count ->
        [one] Skopiowano { $count } plik
        [few] Skopiowano { $count } pliki
       *[many] Skopiowano { $count } plików
    }
moved =
    { $count ->
        [one] Przeniesiono { $count } plik
        [few] Przeniesiono { $count } pliki
       *[other] Przeniesiono { $count } plików
    }
wait =
    { $minutes ->
        [one] { $minutes } minuta
       *[other] { $minutes } min.
    }
found =
    { $hits ->
        [one] Jedno trafienie
       *[other] Trafienia: { $hits }
    } z { $all }
keys =
    { $shortcut ->
        [zero] Bez klawiszy
       *[other] { $shortcut }
    }
