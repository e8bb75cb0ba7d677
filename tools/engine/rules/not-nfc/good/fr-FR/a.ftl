one = La salle est fermée
two = Toutes les places sont prises
three = Connectez-vous d’abord
unknown-code = Une erreur est survenue
