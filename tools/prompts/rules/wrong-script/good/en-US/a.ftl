closed = The room — « Zoë’s » — has been closed
im = Sign in to GitHub for Education and IM first
shared = The queen ate a kilometre of noodles on the stage
language = Choose Chinese or English
unknown-code = An unknown error occurred (code { $code })
