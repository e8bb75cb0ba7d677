# 🙂 房间
room-not-found = 房间不存在
room-closed = 房间已关闭
seat-taken = 座位已被占用
    .action = { seat-taken }，请重选
unknown-code = 未知错误
