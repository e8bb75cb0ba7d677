room = the room
seat =
    .label = the seat
room-closed = You can not enter { room } any more
seat-taken = Someone took { seat.label }
later = Come back { after } class
after = after
