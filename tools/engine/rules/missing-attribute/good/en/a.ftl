-room = Room
    .gender = neuter
# No seat is left.
room-full = The room is full
    .action = Choose another room
    .label = Full
# See the brand.
room-name = { -room } one
