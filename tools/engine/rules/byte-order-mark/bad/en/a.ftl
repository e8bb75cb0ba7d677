# The room is gone.
room-not-found = The room does not exist
