room-closed = The room has been closed
