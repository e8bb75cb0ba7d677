# Variables:
#   $count (Number) - how many notes
in-notes =
    { $count ->
        [one] In { $count } note
       *[other] In { $count } notes
    }
# Variables:
#   $count (Number) - how many new cards
for-cards =
    { $count ->
        [one] For { $count } new card
       *[other] For { $count } new cards
    }
# Variables:
#   $minutes (Number) - how many minutes
wait =
    { $minutes ->
        [one] Wait { $minutes } minute
       *[other] Wait { $minutes } minutes
    }
# Variables:
#   $tries (Number) - how many tries
of-tries =
    { $tries ->
        [one] One of { $tries } repetition
       *[other] One of { $tries } repetitions
    }
