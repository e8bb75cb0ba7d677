### Français

# zh-CN: 房间已满
room-full = { -salle } est pleine : { hint }
-salle = La salle
    .case = { helper }
helper = On peut
hint = Réessayez
# zh-CN: 旧
# A note of the message below.
old = Ancien
    .action = Plusieurs
        lignes
# allow(obsolete-message): old versions of the app show it
older = Plus ancien
only-here = Seulement ici
# zh-CN: 房间已关闭
# room-closed =
# zh-CN: 旧
# gone = Parti
# zh-CN: 更旧
oldest = Le plus ancien

# zh-CN: 旧
# gone-too =

# A comment of its own.

-unused = Inutile
unknown-code = Erreur
last = Le dernier
