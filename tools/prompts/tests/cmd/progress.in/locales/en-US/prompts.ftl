### Review: reviewed by Sam Reed, 2026-05-01

# zh-CN: 房间不存在
room-not-found = The room does not exist

# zh-CN: 房间已关闭
# zh-CN .description: 管理员关闭了房间
# zh-CN .action: 返回首页
room-closed = The room has been closed
    .description = An administrator closed the room
    .action = Go home

# zh-CN: 座位上已有{ $name }
seat-taken = { $name } already sits there

# zh-CN: 还有{ $count }个座位
seats-left =
    { $count ->
        [one] { $count } seat is left
       *[other] { $count } seats are left
    }

# zh-CN: { $waits ->
# zh-CN:     [true] 座位已满，正在排队
# zh-CN:    *[false] 座位已满
# zh-CN: }
seats-full =
    { $waits ->
        [true] All seats are taken; you are in the queue
       *[false] All seats are taken
    }

# zh-CN: 未知错误（{ $code }）
unknown-code = Unknown error { $code }
