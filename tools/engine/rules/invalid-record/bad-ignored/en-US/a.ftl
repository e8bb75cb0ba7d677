room-not-found = The room does not exist
