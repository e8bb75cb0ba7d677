# Variables:
#   $name (String) - who it is
member = Member { $name }
# Variables:
#   $name (String) - who it is
#   $room (String) - which room
member-left = { $name } left
    .title = Left { $room }
member-back = Back: { member-twice }
member-twice = Again: { member }
