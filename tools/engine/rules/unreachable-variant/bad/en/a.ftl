# Variables:
#   $seats (Number) - how many seats are free
seats-left =
    { $seats ->
        [one] One seat is free.
        [few] A few seats are free.
       *[other] { $seats } seats are free.
    }
# Variables:
#   $role (String) - the role of the reader
role =
    { $role ->
        [teacher] You have closed the seat.
       *[member] The seat has been closed.
    }
# Variables:
#   $kind (String) - what is closed
kind =
    { $kind ->
        [room] The room is closed.
       *[other] It is closed.
    }
# Variables:
#   $place (Number) - the place in the queue
queue = You are number { $place }.
# Variables:
#   $files (Number) - how many files there are
files =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
# Variables:
#   $way (String) - where to
to = { $way ->
        [up] To the top
       *[down] To the bottom
    }
    .room = { $way ->
        [above] To the room above
       *[below] To the room below
    }
-team = { $case ->
        [upper] Team
       *[lower] team
    }
team-left = { -team(case: "upper") } left
# Variables:
#   $hours (Number) - how many hours
wait =
    { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
