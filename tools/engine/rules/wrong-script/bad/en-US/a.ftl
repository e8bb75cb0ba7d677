closed = The 🙂 房间 has been closed
open = The room is open
locked = A teacher has locked the room
password = Enter your pаssword
escaped = The room { "🙂 \u623F\u9593" }
unknown-code = An unknown error occurred (code { $code })
