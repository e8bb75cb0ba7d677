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
-brand = { $case ->
    [long] { $by } Rooms
    [2] { $by } Rooms 2
   *[short] Rooms
}
    .kind = { $by }
-room = room { $number }
-long = { -brand(case: "long", by: "Our") } and { -room(number: 3) }
-shared = { member-left } as said
# A variable of the message stays one, even after a term.
# Variables:
#   $number (String) - the room's number
about = { -brand } { -brand(case: "short") } { -brand(case: 1) } { -long } in { $number }
