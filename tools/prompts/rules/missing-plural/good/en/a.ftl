# Variables:
#   $seats (Number) - how many seats are free
seats-left =
    { $seats ->
        [one] One seat is free.
       *[other] { $seats } seats are free.
    }
# Variables:
#   $members (Number) - how many members are in the room
only-default =
    { $members ->
        [1] One member is here.
       *[other] { $members } members are here.
    }
# Variables:
#   $place (Number) - the place in the queue
queue =
    { NUMBER($place, type: "ordinal") ->
        [one] You are { $place }st.
        [two] You are { $place }nd.
        [few] You are { $place }rd.
       *[other] You are { $place }th.
    }
# Variables:
#   $count (String) - "one" or "more"
rooms =
    { $count ->
        [one] A room is open.
       *[more] Rooms are open.
    }
