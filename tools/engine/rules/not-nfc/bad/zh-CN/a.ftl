one = 房间已关闭
two = 座位已满
three = 请先登录
unknown-code = 未知错误
four = 请稍后再试
