-room = 房间
room-full = 房间已满
    .label = 已满
    .action = 换个房间
room-name = { -room }一
