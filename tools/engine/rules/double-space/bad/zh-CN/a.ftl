one = 房间🙂　　已关闭
two = 座位已满
# Variables:
#   $name (String) - the name of the room
three = 房间 { $name } 已关闭
four = 请先登录
unknown-code = 未知错误
five = 房间  已关闭，请  稍后再试
