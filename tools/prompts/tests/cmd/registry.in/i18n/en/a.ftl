room-shut = The room is closed
    .action = Leave
# $count (Number) - how many
seats-free =
    { $count ->
        [one] { $count } seat is free
       *[other] { $count } seats are free
    }
user-joined = { $name } has joined { $room }
paper-jam = Paper jam
seat-taken = The seat is taken
printer-offline = The printer is offline
    .description = No answer on the port
unknown-code = Error { $code }
