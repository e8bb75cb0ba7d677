# Variables:
#   $by (String) - who ended it
left =
    { $by ->
        [teacher] A teacher has removed you.
        [system] The connection was lost.
       *[self] You have left the room.
    }
# Variables:
#   $lock (String) - whether the room is locked
#   $role (String) - the role of the reader
room = The room is { $lock ->
        [yes] locked
       *[no] open
    } for { $role ->
        [teacher] teachers
       *[member] members
    }.
# Variables:
#   $state (String) - the state of the room
state =
    { $state ->
        [new] The room is new.
        [full] The room is full.
        [shut] The room is shut.
       *[open] The room is open.
    }
