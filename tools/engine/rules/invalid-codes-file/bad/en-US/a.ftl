room-not-found = The room does not exist
unknown-code = Unknown error
