one = La 🙂 salle est fermée
two = Toutes les places sont à 10 Å
three = Connectez-vous de{ "e\u0301" }ja
unknown-code = Une erreur est survenue
four = Réessayez plus té̂̃̄̆̇̈̊̋̌t
