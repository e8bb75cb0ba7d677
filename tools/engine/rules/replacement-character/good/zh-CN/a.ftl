one = 房间已关闭
two = 座位已满
# Variables:
#   $name (String) - the name of the room
three = 房间 { $name } 已关闭
unknown-code = 未知错误
