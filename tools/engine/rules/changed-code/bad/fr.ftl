room-not-found = La salle n’existe pas
room-full = La salle est pleine
room-closed = La salle est fermée
member-muted = Un membre est muet
unknown-code = Erreur inconnue
