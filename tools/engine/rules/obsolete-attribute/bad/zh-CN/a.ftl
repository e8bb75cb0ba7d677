# 🙂	房间
room-full = 房间🙂已满
    .acton = 换个房间
    .hint = 去大厅看看
seat-button = 座位
    .label = 坐下
