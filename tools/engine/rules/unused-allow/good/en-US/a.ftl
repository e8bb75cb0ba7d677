### allow(obsolete-message): the next version brings these to the source

one = One
two = Two
# allow(obsolete-message): and this one too
three = Three
unknown-code = Unknown error
