-brand = Klassenzimmer
-company = Beispiel
welcome = Willkommen
both = Eine Anwendung
help = Hilfe
    .title = Lies weiter
rooms =
    { $count ->
        [one] Ein Raum
       *[other] { $count } Räume
    }
