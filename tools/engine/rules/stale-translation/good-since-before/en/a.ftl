room-full = The room is full
room-closed = The room is closed
room-open = The room is open
member-left = A member has left
# Variables:
#   $user (String) - the name
member-muted = { $user } is muted
member-away = A member is away
seat-taken = The seat is taken
room-name = Room name
