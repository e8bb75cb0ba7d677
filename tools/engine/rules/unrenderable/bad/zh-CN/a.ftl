# 🙂 房间
room-closed = 房间已关闭
seat-taken = 座位已被占用
    .description = 请换一个座位
# Variables:
#   $count (Number) - how many seats there are.
seat-count = 还有 { $count } 个座位
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] 超大房间已满
   *[other] 房间已满
}
unknown-code = 未知错误
