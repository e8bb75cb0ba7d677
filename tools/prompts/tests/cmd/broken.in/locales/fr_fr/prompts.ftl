room-not-found = La salle
