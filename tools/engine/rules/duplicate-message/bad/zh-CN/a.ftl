# 🙂	房间
room-not-found = 房间不存在
room-not-found = 找不到房间
-room-full = 满员
room-full = 房间已满
