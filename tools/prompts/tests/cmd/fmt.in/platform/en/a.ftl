### Texts of the app


## Rooms

# en: Rooms
title = Rooms
# en: Open
open =
    Open
    
    Now

# Alone


# Alone too

