closed = La salle a été fermée
    .description = La salle 🙂 a été fermée par le professeur
members = { $name } a quitté la salle
state =
    { $open ->
        [yes] La salle est ouverte
       *[no] C’est fini
    }
unknown-code = Une erreur inconnue (code { $code })
