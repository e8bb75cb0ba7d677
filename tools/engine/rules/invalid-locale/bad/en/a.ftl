# The room is gone.
room-not-found = The room does not exist
room-full = The room is full
unknown-code = An unknown error occurred ({ $code })
