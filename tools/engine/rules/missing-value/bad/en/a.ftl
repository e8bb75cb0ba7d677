# No seat is left.
room-full = The room is full
    .action = Choose another room
# Nobody is there.
room-empty = The room is empty
    .label = Empty
