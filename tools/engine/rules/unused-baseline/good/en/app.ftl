room-closed = The room is closed
room-full = The room is full
