closed = The room has been closed
im = IM GitHub
version = { $number } / 2.0
members = Members
state =
    { $open ->
        [yes] OK
       *[no] It has ended
    }
unknown-code = An unknown error occurred (code { $code })
