# The room is gone.
room-not-found = The room does not exist
# The room is full.
room-full = The room is full
