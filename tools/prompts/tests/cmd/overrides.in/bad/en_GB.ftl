room-not-found = Room
