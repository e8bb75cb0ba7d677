room-full = 房间已满
    .action = 换个房间
    .label = 已满
room-empty = 房间没人
    .label = 无人
