# Variables:
#   $name (String) - who it is
member-left = { $name } left
    .title = { $name } is gone

# Variables:
#   $name (String) - who it is
#   $seats (Number) - how many seats
room-full =
    { $seats ->
        [one] { $name } took one seat
       *[other] { $name } took { $seats } seats
    }

# Variables:
#   $name (String) - who it is
member-back = Back: { $name }

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
