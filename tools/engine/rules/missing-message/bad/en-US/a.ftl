one = One
unknown-code = Unknown error
