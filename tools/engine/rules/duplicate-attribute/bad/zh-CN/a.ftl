# 🙂	房间
room-full = 房间🙂已满
    .action = 换个房间
    .action = 返回
    .action = 回到大厅
-room = 房间
    .kind = da
    .kind = xiao
