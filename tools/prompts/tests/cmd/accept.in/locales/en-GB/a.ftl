# zh-CN: 欢迎来到{ -brand }
welcome = Welcome to the { -brand }
-brand = Classroom
