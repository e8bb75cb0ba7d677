one = La salle est fermÃ©e 🙂
two = Connectez-vous dâ€™abord
three = La salle { $name } å®¢æˆ· est fermée
four = Plus de places { "\uD800" }libres
unknown-code = Une erreur est survenue
