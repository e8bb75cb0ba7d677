closed = The room has been closed, try again later.
ask = Do you want to leave the room?
wait = Signing in...
numbers = The volume is 3.5, the time is 8:30, see a.ftl (page 1)
member = Member: { $name }.
tools = You can use pens, rulers, etc.
unknown-code = An unknown error occurred (code { $code })
