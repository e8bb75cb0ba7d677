room-full =
    房间已满
    .action = 换个房间
seat-button =
    .label = 坐下
