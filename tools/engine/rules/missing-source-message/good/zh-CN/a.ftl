room-not-found = 房间不存在
room-closed = 房间已关闭
unknown-code = 未知错误
