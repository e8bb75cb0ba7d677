paper-empty = { $tray }: brak papieru
    .action = Włóż papier

pages-skipped =
    { $count ->
        [one] Pominięto { $count } stronę
        [few] Pominięto { $count } strony
        [many] Pominięto { $count } stron
       *[other] Pominięto { $count } strony
    }

cover-open = Pokrywa jest otwarta

unknown-code = Błąd drukarki { $code }
