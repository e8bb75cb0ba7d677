# room-not-found = 房间不存在
room-full = 房间已满
