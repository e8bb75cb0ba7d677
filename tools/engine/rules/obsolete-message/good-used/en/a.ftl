room-full = The room is full
unknown-code = Unknown error
room-closed = Closed
