room-full = The room is full; up to 50 people can join
room-closed = The room is closed
    .action = Back to the list of rooms
-hall = lobby
# Variables:
#   $caller (String) - who calls
#   $called (String) - who is called
call = { $called } calls { $caller }
