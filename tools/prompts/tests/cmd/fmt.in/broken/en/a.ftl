title = Rooms
seats = { $count
