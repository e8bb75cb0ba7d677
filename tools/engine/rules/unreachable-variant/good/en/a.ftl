# Variables:
#   $seats (Number) - how many seats are free
seats-left =
    { $seats ->
        [0] No seat is free.
        [one] One seat is free.
       *[other] { $seats } seats are free.
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
#   $role (String) - "teacher", "helper" or "member"
role =
    { $role ->
        [teacher] You have closed the seat.
       *[other] The seat has been closed.
    }
# Variables:
#   $count (String) - one or more
rooms =
    { $count ->
        [one] A room is open.
       *[more] Rooms are open.
    }
# Variables:
#   $files (Number) - how many files there are
files =
    { $files ->
        [one] One file
       *[other] { $files } files
    }
# Variables:
#   $mails (Number) - how many addresses at most
mails =
    { $mails ->
       *[other] Up to { $mails } addresses
    }
# Variables:
#   $keys (String) - the keys, or "zero"
keys =
    { $keys ->
        [zero] No keys
       *[other] { $keys }
    }
-team = { $case ->
        [upper] Team
       *[lower] team
    }
team-left = { -team(case: "upper") } left
# Variables:
#   $hours (Number) - how many hours
hours = { $hours ->
        [one] One hour
       *[other] { $hours } hours
    }
