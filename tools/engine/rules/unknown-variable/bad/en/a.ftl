# Variables:
#   $name (String) - who it is
member = Member { $name }
# Variables:
#   $room (String) - which room
room-closed = Closed: { $room }
    .title = Room closed
room-open = Open
-brand = { $case ->
    [long] { $by } Rooms
   *[short] Rooms
}
-seat = seat { NUMBER($number) }
-greeting = Hello { member-name }
# Variables:
#   $name (String) - who it is
member-name = { $name }
# Variables:
#   $number (Number) - the number of the seat
seat-taken = The { -seat } is taken, not { $number }
    .title = { -seat(nummer: 1) }
about = About { -brand(case: "long") }
# Variables:
#   $name (String) - who it is
hello = { -greeting }, welcome
