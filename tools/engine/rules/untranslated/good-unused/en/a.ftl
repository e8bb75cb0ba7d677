room = The room is closed

## No need to translate: these texts are no longer used.

# Variables:
#   $count (Number) - the seats
old = The old room was closed in 2019 with { $count } seats?
older = The oldest room has 50 seats:
