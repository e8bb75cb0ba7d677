# Someone sits there.
# Variables:
#   $seat (String) - "front" or "back"
seat-taken = { $seat ->
    [front] The front seat is taken
    [back] The back seat is taken
   *[other] The seat is taken
}
# How many are there.
# Variables:
#   $seat (String) - "front" or "back"
#   $room (String) - "large" or "small"
seat-free = { $room ->
    [large] { $seat ->
        [front] Free in front, large
       *[other] Free, large
    }
   *[other] { $seat ->
        [front] Free in front
       *[other] Free
    }
}
# How long it takes.
# Variables:
#   $minutes (Number) - how many minutes
wait = { NUMBER($minutes, minimumFractionDigits: 1) ->
    [0] Wait a moment
    [1.0] Wait a minute
    [1] Wait one minute
   *[other] Wait { $minutes } minutes
}
