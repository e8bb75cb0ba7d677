# Variables:
#   $seats (Number) - how many seats
seats-left = Seats left: { NUMBR($seats) }

# Variables:
#   $seats (Number) - how many seats
seats-all = Seats: { NUMBER($seats, minimumFractionDigit: 0) }

# Variables:
#   $seats (Number) - how many seats
seats-none = No seats of { NUMBER($seats, style: "percentage") }

# Variables:
#   $room (String) - the name of the room
rename = Rename { UPPER($room) }

# Variables:
#   $seats (Number) - how many seats
seats-many = { NUMBER($seats, 2, minimumIntegerDigits: "two", type: "ordnal") } seats
