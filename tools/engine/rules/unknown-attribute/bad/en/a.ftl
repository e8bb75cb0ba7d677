-host = the host
seat = Seat
    .title = Your seat
seat-taken = { seat.titel } is taken
seat-free = { seat.label } is free
host-left = { -host } left
