room-full = { room } est pleine
room = { the-room }
the-room = La salle
unknown-code = Erreur inconnue
room-closed = Fermée
