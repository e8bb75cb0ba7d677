closed = Der Raum wurde geschlossen
    .description = Der Raum 🙂 wurde vom Lehrer geschlossen
members = { $name } hat den Raum verlassen
state =
    { $open ->
        [yes] Der Raum ist offen
       *[no] Er ist zu Ende
    }
unknown-code = Ein unbekannter Fehler (Code { $code })
