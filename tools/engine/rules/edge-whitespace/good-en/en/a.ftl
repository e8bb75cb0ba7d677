of = of the room
label = Name:
colon = (room)
