greeting = 欢迎使用 { -brand }
