-brand = 课堂
    .gender = neuter
-start = { -place }首页
-place = 课堂
-unused = 别的

welcome = 欢迎来到{ -brand }
    .action = 好
    .action = 再好

home = 返回{ -start }

unknown-code = 未知错误
