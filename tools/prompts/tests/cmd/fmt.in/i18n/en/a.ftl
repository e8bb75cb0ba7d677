

### Texts of the app
# Shown at the top.   
title=Rooms


seats = {$count ->
    [one]   {$count} seat
   *[other] {  $count  } seats
}
  .hint=Take one
rules = [No one may
  sit here.
open = Open
close = Close
# A group follows
## Errors
not-found    =    Not found


