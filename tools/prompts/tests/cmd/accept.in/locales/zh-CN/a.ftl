room-not-found = 房间不存在
room-closed = 房间已关闭
    .action = 返回首页
unknown-code = 未知错误
-brand = 课堂
welcome = 欢迎来到{ -brand }
