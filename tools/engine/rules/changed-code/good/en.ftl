room-missing = The room does not exist
room-full = There is no seat left in this room
room-was-closed = The Room is closed.
member-muted = A member is muted
unknown-code = Unknown error
