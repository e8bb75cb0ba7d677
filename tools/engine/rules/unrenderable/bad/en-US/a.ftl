# 🙂 房间
-seat = seat { $number }
room-closed = The room is closed{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }{ "" }
seat-taken = The seat is taken
    .description = Choose another than { -seat }
# Variables:
#   $count (Number) - how many seats there are.
seat-count = { NUMBER($count, minimumFractionDigits: 99) } seats are left
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] The large room is full, says { NUMBER("us") }
   *[other] The room is full
}
unknown-code = Unknown error
