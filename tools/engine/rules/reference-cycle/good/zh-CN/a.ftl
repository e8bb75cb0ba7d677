-seat = 座位
host-left = { room-closed }：主持人离开了
room-closed = { room }、{ room }和{ room.title }关闭了
room = 房间
    .title = 课堂的{ room }{ -seat }
