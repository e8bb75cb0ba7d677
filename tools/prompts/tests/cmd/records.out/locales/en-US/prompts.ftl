### English.

room-not-found = The room does not exist

room-was-closed = The room is closed
    .action = Back

unknown-code = Something went wrong
