# Variables:
#   $seats (Number) - how many seats
seats-left = Seats left: { NUMBER($seats, minimumFractionDigits: 0, useGrouping: "false") }

# Variables:
#   $seats (Number) - how many seats
seats-all = { NUMBER($seats, type: "cardinal") ->
        [one] { $seats } seat
       *[other] { $seats } seats
    }
# The app adds PLATFORM: the source's developers would have seen its name in braces, and the locales use it too.
open-settings = Open { PLATFORM() ->
    [macos] Preferences
   *[other] Settings
}
# Variables:
#   $start (Date) - when it starts
starts = Starts: { DATETIME($start, month: "long", hour12: 0) }
