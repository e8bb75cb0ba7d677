# Variables:
#   $count (Number) - how many jobs are left
jobs-left =
    { $count ->
        [0] No jobs
        [1] The last job
        [one] { $count } job
       *[other] { $count } jobs
    }
# Variables:
#   $place (Number) - the place in the queue
place-in-queue =
    { NUMBER($place, type: "ordinal") ->
        [one] You are { $place }st
        [two] You are { $place }nd
        [few] You are { $place }rd
       *[other] You are { $place }th
    }
# Variables:
#   $time (String) - "morning" or "evening"
greeting =
    { $time ->
        [morning] Good morning
       *[evening] Good evening
    }
unknown-code = Error { $code }
