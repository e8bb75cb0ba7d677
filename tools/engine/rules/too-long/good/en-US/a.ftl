# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] A full large one
   *[other] The room is full
}
# Variables:
#   $seat (String) - the seat's name.
seat-taken = { $seat } is taken
member-left = A member has left this room and the list of members
    .description = The connection of the member was lost for too long, so the room has let go of them
unknown-code = Unknown error
