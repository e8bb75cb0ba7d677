one = 房间🙂已关�
two = 请先登录
# Variables:
#   $name (String) - the name of the room
three = 房间 { $name } 已关闭
four = 座位已满
unknown-code = 未知错误
