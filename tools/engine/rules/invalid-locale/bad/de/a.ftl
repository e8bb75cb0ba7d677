room-not-found = Den Raum gibt es nicht
room-full = Der Raum ist voll
unknown-code = Ein unbekannter Fehler ist aufgetreten ({ $code })
