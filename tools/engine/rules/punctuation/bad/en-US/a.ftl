closed = The 🙂 room	has been closed，try again later.
ask = Leave the room
state =
    { $open ->
        [yes] The room is open?
       *[no] The room has ended!
    }
member = Member ｛ ＄name ｝ has left
list = Members and teachers!
lost = Members
wide = The room is full, try again.
latin = Sign in to GitHub, then try again
unknown-code = An unknown error occurred (code { $code })
