-brand = Classroom
    .gender = neuter
-brand-short = Class
-company = Example
-long = { -brand } by { -company }
welcome = Welcome to { -brand }
written = { -brand } is closed
ending = The sign of { -company }
other = Leave { -brand }
empty = { -brand }
unknown = Made by { -long }
# Deprecated since the last release
unused = Sign in to { -brand }
# Variables:
#   $count (Number) - the rooms
rooms =
    { $count ->
        [one] One room of { -brand }
       *[other] { $count } rooms
    }
