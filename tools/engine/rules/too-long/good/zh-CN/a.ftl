# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] 超大房间已满
   *[other] 房间已满
}
# Variables:
#   $seat (String) - the seat's name.
seat-taken = { $seat }已被占用
member-left = 成员已离开
    .description = 成员因为网络断开太久而被系统移出了这个房间所在的列表
unknown-code = 未知错误
