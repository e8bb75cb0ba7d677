room-closed = The room is closed
unknown-code = Error { $code }
