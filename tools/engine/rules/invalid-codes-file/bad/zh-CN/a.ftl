room-not-found = 房间不存在
unknown-code = 未知错误
