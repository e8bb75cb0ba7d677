room-not-found = The room does not exist
seat-taken = The seat is taken
    .action = Choose a seat
unknown-code = Unknown error
