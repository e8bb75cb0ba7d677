# No room with this number is open.
# zh-CN: 房间不存在或已关闭
 room-not-found = De ruimte bestaat niet

#zh-CN: 房间已关闭
# zh-CN .action: 返回首页
# room-closed = De ruimte is gesloten
    .action = Naar het begin

# Variables:
#   $count (Number) - how many seats are free.
zh-CN: 还有{ $count }个座位
seats-left =
    { $count ->
        [one] Nog { $count } plaats
#        *[other]
#     }

# zh-CN: 座位已满
# zh-CN .action: 返回首页
seats-full =
#     .action =
