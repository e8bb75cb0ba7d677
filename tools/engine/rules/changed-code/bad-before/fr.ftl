room-not-found = La salle n’existe pas
room-full = La salle est pleine
room-closed = La salle est fermée
member-left = Un membre est parti
unknown-code = Erreur inconnue
