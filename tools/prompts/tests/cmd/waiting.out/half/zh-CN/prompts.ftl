# No room with this number is open.
room-not-found = 房间不存在或已关闭

room-closed = 房间已关闭
    .action = 返回首页

# Variables:
#   $count (Number) - how many seats are free.
seats-left = 还有{ $count }个座位

seats-full = 座位已满
    .action = 返回首页

# Variables:
#   $code (String) - the code.
unknown-code = 未知错误 { $code }
