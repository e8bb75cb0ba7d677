one = One
two = Two
-private = Private
unknown-code = Unknown error
