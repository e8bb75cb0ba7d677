# No seat is left.
room-full = The room is full
    .action = Choose another room
