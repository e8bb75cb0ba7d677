# Variables:
#   $im-reused (String) - "true" if the component reuses the app's IM, otherwise "false"
im-login-failed =
    { $im-reused ->
        [true] Sign in to IM first
       *[false] Could not sign in to IM
    }
# Variables:
#   $count (Number) - how many seats are left
#   $localizer (String) - the room, as `name`, <name>, [name] or *name*; ‮eman‬,
#       not asa number
seats-left =
    { $count ->
        [0] No seats are left in { $localizer }
        [one] One seat is left in { $localizer }
       *[other] { $count } seats are left in { $localizer }
    }
battery-empty = The battery is empty
    .action = Shut down
type = The type is { $type }, not { $other-type }
all = All
self = Shutting down
    .action = Shut down
greeting =
    { $time ->
        [morning] Good morning
       *[evening] Good evening
    }
unknown-code = Error { $code }
