# zh-CN: 房间满了
# zh-CN .action: 返回首页
room-full = The room is full
    .action = Go home
# zh-CN: 房间已关闭
# zh-CN .action: 回去
room-closed = Closed
    .action = Back
unknown-code = Unknown error
welcome = Welcome to { -brand }
-brand = Class
