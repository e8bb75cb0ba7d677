closed = De kamer is gesloten
    .description = De docent 🙂 heeft de kamer gesloten
members = { $name } heeft de kamer verlaten
state =
    { $open ->
        [yes] De kamer is open
       *[no] Het is voorbij
    }
unknown-code = Een onbekende fout (code { $code })
