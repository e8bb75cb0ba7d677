### Texts that other tools change, if they change any.

## Rooms

# The lobby shows it.
room-closed = The room is closed & locked, <b>{ $name }</b> said “no”
    .action = Go home
    .description = A member "closed" it; see the log

# Variables:
#   $count (Number) - the seats that are left.
seats-left =
    { $count ->
        [0] No seat is left
        [one] One seat is left
       *[other] { $count } seats are left
    }

# Variables:
#   $count (Number) - the seats that are left.
in-room = There { $count ->
        [one] is one seat
       *[other] are { $count } seats
    } in { $room }

# Variables:
#   $place (Number) - the place in the queue.
place = You are { NUMBER($place, type: "ordinal") ->
        [one] { $place }st
        [two] { $place }nd
        [few] { $place }rd
       *[other] { $place }th
    } in the queue

# Two selects in each other.
nested =
    { $role ->
        [teacher]
            { $count ->
                [one] One hand is raised
               *[other] { $count } hands are raised
            }
       *[student] Raise your hand
    }

## Characters

-brand = Class
    .gender = neuter
brand = Welcome to { -brand }, { $name }
reference = See { room-closed.description }
lines =
    First line
    { "." }second line
    { "[" }third] line

    fifth line
formula = =1+1 is 2
minus = -1 is less
at = @everyone
quoted = 'quoted' and "quoted"
backslash = C:\rooms\new
braces = Write { "{" } and { "}" }
blank = { "" } begins with a blank
emoji = 👩‍👩‍👧 🇨🇳 é
semicolons = a;b,c | d
