# Variables:
#   $name (String) - who it is
member = Member { $name }

# Variables:
#   $name (String) - who it is
member-left = { $name } left
member-back = Back: { member }

# Variables:
#   $seats (Number) - how many seats
seats-some = Seats:
    { $seats ->
        [one] one
       *[other] some
    }

# Variables:
#   $seats (Number) - how many seats
seats-all =
    { $seats ->
        [one] One seat
       *[other] { $seats } seats
    }

# Variables:
#   $name (String) - who it is
#   $seats (Number) - how many seats
room-full = { $name } took { NUMBER($seats) }

# Variables:
#   $name (String) - who it is
member-kind =
    { $name ->
        [host] The host
       *[other] Member { $name }
    }

# Variables:
#   $files (Number) - how many files
files =
    { $files ->
        [one] One file
       *[other] { $files } files
    }

# Variables:
#   $files (Number) - how many files
files-left = { $files } files are left

# Variables:
#   $files (Number) - how many files
files-some =
    { $files ->
        [0] None of { $files }
       *[other] Some files
    }
