of = { " " }de la salle
label = Nom :{ " " }
colon = { "\u00A0" }: salle
