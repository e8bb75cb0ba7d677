-brand = 课堂
room-not-found = { -brand }里没有这个房间
