# Une note.
# zh-CN: 房间已关闭
# zh-CN .action: 返回首页
room-closed = La salle est fermée
    .action = Retour

# zh-CN: 房间已关闭
# zh-CN .action: 返回首页
# room-shut =
#     .action =

# zh-CN: 空位
seat = Place libre

# zh-CN: 未知错误
unknown-code = Erreur inconnue
