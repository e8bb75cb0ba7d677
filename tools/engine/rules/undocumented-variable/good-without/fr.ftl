left = { $name } est sorti
closed = La salle { $room } est fermée
