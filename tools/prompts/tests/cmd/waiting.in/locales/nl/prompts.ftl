### Nederlands

# No room with this number is open.
# zh-CN: 房间不存在
# room-not-found = De ruimte bestaat niet

# zh-CN: 房间关闭了
# room-closed =

# Variables:
#   $count (Number) - how many seats are free.
# zh-CN: 还有{ $count }个座位
# seats-left =
#     { $count ->
#         [one] Nog { $count } plaats
#        *[other] Nog { $count } plaatsen
#     }

# zh-CN: 座位已满
# zh-CN .action: 返回首页
seats-full = Alle plaatsen zijn bezet

#     .action =

# zh-CN: 房间已锁定
# room-locked = De ruimte is op slot

# Variables:
#   $code (String) - the code.
# zh-CN: 未知错误 { $code }
# unknown-code = Onbekende fout { $code }
