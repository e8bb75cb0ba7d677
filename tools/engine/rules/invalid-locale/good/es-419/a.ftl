room-not-found = La sala no existe
