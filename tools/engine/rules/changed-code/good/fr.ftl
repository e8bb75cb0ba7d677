room-missing = La salle n’existe pas
room-full = Il ne reste aucune place dans cette salle
room-was-closed = La salle est fermée
member-muted = Un membre est muet
unknown-code = Erreur inconnue
