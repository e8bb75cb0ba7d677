# zh-CN: 学堂
-brand = Classroom
# zh-CN: 欢迎来到{ -brand }
# zh-CN .action: 好
welcome = Welcome to { -brand }
    .action = Good
# zh-CN: 未知错误
unknown-code = Unknown error
