# 🙂 房间
room-not-found = 房间不存在

只是一行中文
room-full ＝ 房间已满
room-closed = 房间｛}已关闭
seat-taken = 🙂	{ $name已就座
    .action = 换个座位
    .label = 座位有人
