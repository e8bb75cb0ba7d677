room-closed = Der Raum ist geschlossen
