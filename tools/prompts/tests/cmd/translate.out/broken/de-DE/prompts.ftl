room-not-found = { $x
seats-left = Es sind noch Plätze frei
