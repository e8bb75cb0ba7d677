one = The room ⁨{ $name }⁩ has been closed
two = All { "\u202B" }seats{ "\u202C" } are taken
unknown-code = Something went wrong
