# 🙂	room-full = 房间
room-full =
    .action = 换个房间
room-empty = 房间没人
    .label = 无人
