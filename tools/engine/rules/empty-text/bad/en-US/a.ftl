-nothing = { "" }
# 🙂 房间
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] { "" }
   *[other] The room is full
}
seat-taken = { "" }
    .action = { { "" } }
member-left = { "\u00A0" }
room-closed = { -nothing }
unknown-code = Unknown error
spacer = { "   " }
