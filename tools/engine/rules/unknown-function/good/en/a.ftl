# Variables:
#   $seats (Number) - how many seats
seats-left = Seats left: { NUMBER($seats, minimumFractionDigits: 0, useGrouping: "false") }

# Variables:
#   $seats (Number) - how many seats
seats-all = { NUMBER($seats, type: "cardinal") ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
