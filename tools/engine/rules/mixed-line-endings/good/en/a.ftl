# The room is gone.
room-not-found = The room does not exist
# No seat is left.
room-full = The room is full
# It was closed.
room-closed = The room has been closed
