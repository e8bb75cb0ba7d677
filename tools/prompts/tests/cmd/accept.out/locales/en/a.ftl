# zh-CN: 房间不在
room-not-found = The room does not exist
# zh-CN: 房间已关闭
# zh-CN .action: 返回首页
room-closed = The room is closed
    .action = Back
# zh-CN: 未知错误
unknown-code = Unknown error
# zh-CN: 课堂
-brand = Class
# zh-CN: 欢迎来到{ -brand }
welcome = Welcome to { -brand }
