one = 　房间🙂已关闭
two = 座位已满
# Variables:
#   $name (String) - the name of the room
three = 房间{ $name ->
        [hall] 大厅
       *[garden] 花园
    }
four = 请先登录
unknown-code = 未知错误
