# Variables:
#   $seats (Number) - how many seats
seats-left = Seats left: { NUMBR($seats) }

# Variables:
#   $seats (Number) - how many seats
seats-all = Seats: { NUMBER($seats, minimumFractionDigit: 0) }

# Variables:
#   $seats (Number) - how many seats
seats-none = No seats of { NUMBER($seats, style: "percentage") }

open-settings = Open { PLATFORM() ->
    [macos] Preferences
   *[other] Settings
}
