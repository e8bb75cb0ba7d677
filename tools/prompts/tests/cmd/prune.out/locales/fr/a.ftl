### Français

# zh-CN: 房间已满
room-full = { -salle } est pleine : { hint }
-salle = La salle
    .case = { helper }
helper = On peut
hint = Réessayez
# allow(obsolete-message): old versions of the app show it
older = Plus ancien
only-here = Seulement ici
# zh-CN: 房间已关闭
# room-closed =

# A comment of its own.

unknown-code = Erreur
