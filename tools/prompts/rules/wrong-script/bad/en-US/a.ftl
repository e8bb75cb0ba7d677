closed = The 🙂 房间 has been closed
open = The room is open
locked = A teacher has locked the room
unknown-code = An unknown error occurred (code { $code })
