one = The room has { "" }been closed
two = 
    The room has been closed
      Try again{ "  " }later
three = The room { $name } is closed
unknown-code = Something went wrong
four =
    Room    State
    Hall  closed   Garden
five = Usage: prompts  check  --dir
six = The room has been closed.  Try again later
