-app = Prism

# Shown to everyone in the room.
room-closed = The room is closed
    .action = Go back
# $count (Number) - the number of free seats
seats-left =
    { $count ->
        [0] No seat is left
        [one] { $count } seat is left
       *[other] { $count } seats are left
    }
# $role (String) - teacher or student
joined =
    { $role ->
        [teacher] The teacher has joined { -app }
       *[student] A student has joined { -app }
    }
unknown-code = Error { $code }
