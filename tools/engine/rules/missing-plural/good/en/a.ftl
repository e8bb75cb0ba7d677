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
# The number is written where the term is called.
-room = { $count ->
        [one] room
       *[other] rooms
    }
two-rooms = Two { -room(count: 2) }
# Variables:
#   $cards (Number) - how many cards are left
cards =
    { $cards ->
        [one] { $cards } card
       *[other] { $cards } cards
    }
# Variables:
#   $files (Number) - how many files were saved
files =
    { $files ->
        [one] { $files } file
       *[other] { $files } files
    }
# Variables:
#   $limit (Number) - how many addresses at most
addresses =
    { $limit ->
       *[other] Up to { $limit } addresses
    }
# Variables:
#   $chosen (Number) - how many files are deleted
delete =
    { $chosen ->
        [one] Delete the file
       *[other] Delete the files
    }
