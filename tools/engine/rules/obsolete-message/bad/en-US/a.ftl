one = One
two = Two
twoo = Two
unknown-code = Unknown error
