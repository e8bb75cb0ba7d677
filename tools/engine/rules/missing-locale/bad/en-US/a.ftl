unknown-code = Something went wrong
room-not-found = The room does not exist
