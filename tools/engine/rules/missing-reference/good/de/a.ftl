-brand = Klassenzimmer
-brand-short = Klasse
-company = Beispiel
-long = { -brand } von { -company }
welcome = Willkommen bei { -brand }
written = Das Klassenzimmer ist geschlossen
ending = Das Zeichen des Beispiels
other = { -brand-short } verlassen
empty = { "" }
unknown = Von uns
unused = Melde dich an
rooms =
    { $count ->
        [one] Ein Raum
       *[other] { $count } Räume
    }
