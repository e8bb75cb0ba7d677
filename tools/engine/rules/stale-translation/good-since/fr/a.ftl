room-full = La salle est pleine
room-closed = La salle est fermée
room-open = Vous pouvez entrer dans la salle
# en: A member has left the room
member-left = Un membre est parti
member-muted = { $user } est muet
# en: A member is away
member-away = Un membre est absent
seat-taken = La place est prise
# allow(stale-translation): French says both in this way
room-name = Nom de la salle
