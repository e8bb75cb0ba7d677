# The room is gone.
room-not-found = The room does not exist
# No seat is left.
room-full = The room is full
# It was closed.
room-closed = The room has been closed
# Someone sits there.
# Variables:
#   $name (String) - the member on the seat
seat-taken = { $name } has the seat
    .action = Take another seat
    .label = Seat taken
# Nobody sees this one
seat-free =
# It was opened.
room-open = The room is open
