one = The 🙂 room  has been closed
two = All seats  are taken
three = The room  { $name } is  closed
four = { "Sign  in" } first
unknown-code = Something went wrong
five = The room has been closed.  Please try again later
