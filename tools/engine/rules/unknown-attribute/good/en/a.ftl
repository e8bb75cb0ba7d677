-host = the host
seat = Seat
    .title = Your seat
seat-taken = { seat.title } is taken
host-left = { -host } left
