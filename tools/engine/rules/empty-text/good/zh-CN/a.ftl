-plural = { "" }
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] 超大
   *[other] { "" }
}房间已满
seat-taken = 座位{ "" }已被占用
member-left = 成员已离开{ "" }
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-closed = { $kind ->
    [large] 超大房间
   *[other] { $kind }
}
    .action = { "返回" }
unknown-code = 未知错误
