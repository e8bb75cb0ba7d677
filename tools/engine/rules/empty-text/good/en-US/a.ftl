-plural = { "" }
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = The { $kind ->
    [large] large room
   *[other] room{ -plural }
} is full
seat-taken = The seat{ " " }is taken
member-left = { "" }A member has left
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-closed = { $kind ->
    [large] The large room
   *[other] { $kind }
}
    .action = { "Back" }
unknown-code = Unknown error
