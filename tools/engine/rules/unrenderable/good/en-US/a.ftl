-seat = seat { $number }
seat-taken = The { -seat(number: "3") } is taken
# Variables:
#   $count (Number) - how many seats there are.
seat-count = { NUMBER($count) ->
    [one] One seat is left
   *[other] { $count } seats are left
}
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] The large room is full
   *[other] The room is full
}
unknown-code = Unknown error
