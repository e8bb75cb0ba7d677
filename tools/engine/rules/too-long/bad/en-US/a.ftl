# 🙂 房间
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] The large room is full
   *[other] The room is full
}
# Variables:
#   $seat (String) - the seat's name.
seat-taken = { $seat } is taken
member-left = 👩‍👩‍👧 A member has left the room
unknown-code = Unknown error
