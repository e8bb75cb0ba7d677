# No seat is left.
room-full = The room is full
    .action = Choose another room
# A button, with labels only.
seat-button =
    .label = Sit down
