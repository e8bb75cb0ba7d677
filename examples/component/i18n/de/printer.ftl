paper-empty = { $tray } hat kein Papier mehr
    .action = Papier nachlegen

pages-skipped =
    { $count ->
        [one] { $count } Seite wurde ausgelassen
       *[other] { $count } Seiten wurden ausgelassen
    }

cover-open = Die Abdeckung ist offen

unknown-code = Druckerfehler { $code }
