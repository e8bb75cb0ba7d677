one = The 🙂 room is	closed
two = The room { $name } is full
three = Sign{ "\u0008" } in first
four = You may not do this
unknown-code = Something went wrong
