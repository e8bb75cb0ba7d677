room-open = The room is open
