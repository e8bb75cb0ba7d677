room-full = 房间已满
room-closed = 房间已关闭
unknown-code = 未知错误
