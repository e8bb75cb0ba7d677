-brand = 课堂
    .gender = neuter
welcome = 欢迎来到{ -brand }
unknown-code = 未知错误
