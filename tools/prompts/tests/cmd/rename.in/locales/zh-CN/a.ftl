-brand = 课堂
    .room-closed = x
room-closed = 房间已关闭
    .action = 好
room-locked = { room-closed }，{ -brand }
    .action = { room-closed.action }
seat-taken =
    { -brand.kind ->
        [room-closed] room-closed
       *[other] { NUMBER(room-closed, room-closed: 1) }{ -brand(brand: "room-closed") }{ { room-closed } }
    }
unknown-code = 未知错误 { $room-closed }
