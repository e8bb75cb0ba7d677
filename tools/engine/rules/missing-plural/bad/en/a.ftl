# Variables:
#   $seats (Number) - how many seats are free
seats-left =
    { $seats ->
        [one] One seat is free.
       *[other] { $seats } seats are free.
    }
# Variables:
#   $members (Number) - how many members are in the room
members =
    { $members ->
        [one] One member is here.
       *[other] { $members } members are here.
    }
# Variables:
#   $place (Number) - the place in the queue
queue =
    { NUMBER($place, type: "ordinal") ->
        [one] You are { $place }st.
       *[other] You are { $place }th.
    }
# The number is written where the term is called.
-room = { $count ->
        [one] room
       *[other] rooms
    }
two-rooms = Two { -room(count: 2) }
# Variables:
#   $files (Number) - how many files are selected
selected =
    { $files ->
        [one] { $files } file selected
       *[other] { $files } files selected
    }
