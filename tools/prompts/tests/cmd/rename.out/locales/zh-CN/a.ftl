-product = 课堂
    .room-closed = x
room-was-closed = 房间已关闭
    .action = 好
room-locked = { room-was-closed }，{ -product }
    .action = { room-was-closed.action }
seat-taken =
    { -product.kind ->
        [room-closed] room-closed
       *[other] { NUMBER(room-was-closed, room-closed: 1) }{ -product(brand: "room-closed") }{ { room-was-closed } }
    }
unknown-code = 未知错误 { $room-closed }
