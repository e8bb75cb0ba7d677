room-not-found = The room does not exist
room-closed = The room is closed
seat-taken = The seat is taken
    .action = { seat-taken }, choose again
unknown-code = Unknown error
