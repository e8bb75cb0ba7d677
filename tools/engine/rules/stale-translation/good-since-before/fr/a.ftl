room-full = La salle est pleine
room-closed = La salle est fermée
room-open = La salle est ouverte
member-left = Un membre est parti
member-muted = { $user } est muet
# en: A member is away
member-away = Un membre est absent
room-name = Nom de la salle
