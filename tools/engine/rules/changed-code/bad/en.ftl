room-not-found = The room does not exist
room-full = The room is full
room-closed = The room is closed
member-muted = A member is muted
unknown-code = Unknown error
