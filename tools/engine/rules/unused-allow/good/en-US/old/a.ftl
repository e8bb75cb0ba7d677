not  = { a message
