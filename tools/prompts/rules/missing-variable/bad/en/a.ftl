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
