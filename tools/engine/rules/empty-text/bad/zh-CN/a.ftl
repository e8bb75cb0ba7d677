# 🙂 房间
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] 超大房间已满
   *[other] 房间已满
}
seat-taken = 座位已被占用
    .action = 选择座位
member-left = 成员已离开
room-closed = 房间已关闭
unknown-code = 未知错误
spacer = { "   " }
