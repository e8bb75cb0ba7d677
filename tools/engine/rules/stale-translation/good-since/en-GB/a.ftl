room-open = You may enter the room
