# allow(missing-message): every seat is free in this release
unknown-code = Error { $code }

room-not-found = The room does not exist
room-closd = The room has been closed
seat-taken = { $name } already sits there
