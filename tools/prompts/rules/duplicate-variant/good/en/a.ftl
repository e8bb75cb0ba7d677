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
