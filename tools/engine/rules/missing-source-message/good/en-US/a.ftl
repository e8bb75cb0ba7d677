room-not-found = The room does not exist
room-closed = The room is closed
unknown-code = Unknown error
