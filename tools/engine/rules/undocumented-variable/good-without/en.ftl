left = { $name } has left
closed = The room { $room } was closed
