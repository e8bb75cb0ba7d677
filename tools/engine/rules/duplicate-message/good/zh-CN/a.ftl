room-not-found = 房间不存在
    .full = 已满
