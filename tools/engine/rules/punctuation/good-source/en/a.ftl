list = Columns: name,size,date
lines =
    Choose a room.
    You can leave it later
features = Main features
search = Search…
