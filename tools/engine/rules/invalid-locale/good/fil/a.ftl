room-not-found = Wala ang silid
