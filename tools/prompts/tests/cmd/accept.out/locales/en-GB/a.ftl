# zh-CN: 欢迎来到{ -brand }
welcome = Welcome to the { -brand }
# zh-CN: 课堂
-brand = Classroom
