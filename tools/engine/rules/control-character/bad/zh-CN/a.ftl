one = 房间🙂已关闭
# Variables:
#   $name (String) - the name of the room
two = 房间 { $name } 已满
three = 请先登录
four = 没有权限
unknown-code = 未知错误
