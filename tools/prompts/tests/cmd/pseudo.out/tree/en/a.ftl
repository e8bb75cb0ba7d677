title = Rooms
