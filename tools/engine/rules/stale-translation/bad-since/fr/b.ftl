room-full =
    La salle est pleine
room-closed = La salle est fermée
    .action = Partir
-hall = salle
call = { $caller } appelle { $called }
