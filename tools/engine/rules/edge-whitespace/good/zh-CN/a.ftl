one = 房间{ " " }已关闭
two = 座位{ "" }已满
# Variables:
#   $name (String) - the name of the room
three = 房间 { $name ->
        [hall] 大厅
       *[garden] 花园
    } 已关闭
unknown-code = 未知错误
four = 相似度{ "   " }
five = { "" } 房间
