### allow(missing-message): there was one once

# allow(obsolete-mesage): the rule's name is misspelt
one = One
# 房间 🙂 allow is only a word here
# allow(obsolete-message)
two = Two
# allow(obsolete-message)
three = Three
unknown-code = Unknown error
