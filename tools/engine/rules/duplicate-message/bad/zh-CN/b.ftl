# 找不到
room-not-found = 没有这个房间
