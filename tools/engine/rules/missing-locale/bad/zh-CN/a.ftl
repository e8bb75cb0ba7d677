unknown-code = 出错了
room-not-found = 房间不存在
