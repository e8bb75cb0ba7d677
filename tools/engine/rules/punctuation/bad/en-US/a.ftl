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
unknown-code = An unknown error occurred (code { $code })
