room-not-found = The room does not exist
room-full = The room is full
room-closed = The room is closed
member-left = A member has left
unknown-code = Unknown error
seat-taken = The seat is taken
