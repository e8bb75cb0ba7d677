one = 一
two = 二
unknown-code = 未知错误
