# Variables:
#   $name (String) - who it is
member = Member { $name }
# Variables:
#   $room (String) - which room
room-closed = Closed: { $room }
    .title = Room closed
room-open = Open
