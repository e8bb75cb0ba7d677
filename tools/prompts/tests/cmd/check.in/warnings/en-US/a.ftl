unknown-code = Error { $code }
room-closed = The room has been closed
room-locked = The room is locked
