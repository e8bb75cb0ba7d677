## Rooms

# Shown when no seat is left.
room-full = 房间已满
    .action = 返回首页
room-closed = 房间已关闭
    .action = 返回

##

unknown-code = 未知错误
welcome = 欢迎来到{ -brand }
-brand = 课堂
