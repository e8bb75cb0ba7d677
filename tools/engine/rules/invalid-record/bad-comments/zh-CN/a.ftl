# Shown in a room.
room-not-found = 房间不存在
room-closed = 房间已关闭
    .action = 返回
-brand = 课堂
