room-not-found = La sala no existeix
