# 🙂 房间
room-not-found = 房间不存在
    .action = 返回登录页
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full =
    { $kind ->
        [large] 超大房间已满
       *[other] 房间已满
    }
room-closed = 房间已关闭
member-left =
    成员
    已离开
# Variables:
#   $seat (String) - the seat's name.
seat-taken = { $seat }已被占用
unknown-code = 未知错误
