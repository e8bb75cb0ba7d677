# Variables:
#   $count (Number) - how many files
copying =
    { $count ->
        [one] Copying { $count } file
       *[other] Copying { $count } files
    }
# Variables:
#   $count (Number) - how many files
moving =
    { $count ->
        [one] Moving { $count } file
       *[other] Moving { $count } files
    }
# Variables:
#   $count (Number) - how many files
deleting =
    { $count ->
        [one] Deleting { $count } file
       *[other] Deleting { $count } files
    }
# Variables:
#   $count (Number) - how many files
copied =
    { $count ->
        [one] { $count } file copied
       *[other] { $count } files copied
    }
# Variables:
#   $count (Number) - how many files
moved =
    { $count ->
        [one] { $count } file moved
       *[other] { $count } files moved
    }
# Variables:
#   $minutes (Number) - how many minutes
wait =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
# Variables:
#   $hits (Number) - how many hits
#   $all (Number) - of how many
found =
    { $hits ->
        [one] { $hits } hit
       *[other] { $hits } hits
    } of { $all }
# Variables:
#   $shortcut (String) - the keys, or "zero"
keys =
    { $shortcut ->
        [zero] No keys
       *[other] { $shortcut }
    }
