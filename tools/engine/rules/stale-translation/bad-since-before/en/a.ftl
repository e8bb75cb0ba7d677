room-full = The room is full
room-closed = The room is closed
    .action = Leave
-hall = hall
# Variables:
#   $caller (String) - who calls
#   $called (String) - who is called
call = { $caller } calls { $called }
