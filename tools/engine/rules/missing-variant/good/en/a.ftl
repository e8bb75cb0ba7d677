# Variables:
#   $by (String) - who ended it
#   $lock (String) - whether the room is locked
left =
    { $by ->
        [teacher] A teacher has removed you.
        [system] The connection was lost.
       *[self] You have left the room.
    }
    .detail =
        { $lock ->
            [yes] The room is locked.
           *[no] The room is open.
        }
# Variables:
#   $by (String) - who closed it
closed =
    { $by ->
        [teacher] A teacher has closed the room.
       *[other] The room has been closed.
    }
# Variables:
#   $seats (Number) - how many seats are free
seats =
    { $seats ->
        [0] No seat is free.
       *[other] Free seats: { $seats }.
    }
