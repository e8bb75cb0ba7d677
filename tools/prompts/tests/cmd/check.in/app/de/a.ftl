room-closed = Der Raum wurde geschlossen
