one = The room has been closed
two = 
    The room has been closed
    Try again later
unknown-code = Something went wrong
