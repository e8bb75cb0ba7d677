# Variables:
#   $name (String) - the name of the room
one = 房间 { $name } 已关闭
two = 座位已满
three = 请先登录
four = 没有权限
unknown-code = 未知错误
