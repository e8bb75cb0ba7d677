# 🙂 房间
room-not-found = 
    房间{" "}不存在

## 坐席

# = { 只是注释
room-full = 房间已满
room-closed = 房间已关闭
seat-taken = { $name }已就座
    .action = 换个座位
    .label = 座位有人
