one = 一
two = 二
unknown-code = 未知错误
room-not-found = 房间不存在
    .action = 返回
seat-taken = 座位已被占用
