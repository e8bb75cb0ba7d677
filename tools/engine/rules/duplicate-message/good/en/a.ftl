# The room is gone.
room-not-found = The room does not exist
    .full = It is full
# No seat is left.
room-full = The room is full
