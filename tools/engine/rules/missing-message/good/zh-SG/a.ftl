one = 一个
