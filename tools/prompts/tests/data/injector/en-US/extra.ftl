-kit = the class kit

# Variables:
#   $count (Number) - how many seats are left.
seats-left =
    { $count ->
        [one] { $count } seat is left
       *[other] { $count } seats are left
    }
    .description = Number of seats

# Variables:
#   $name (String) - the member's name.
welcome = { $name }, welcome to { -kit }

limit-of-50 = At most 50 people

see-room = { room-not-found }, please try again
