room-not-found = 房间不存在
