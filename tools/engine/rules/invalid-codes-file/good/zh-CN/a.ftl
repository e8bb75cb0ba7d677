room-not-found = 房间不存在
seat-taken = 座位已被占用
    .action = 选择座位
unknown-code = 未知错误
