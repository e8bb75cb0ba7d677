closed = 房间已关闭
    .description = 房间🙂已由老师关闭
# Variables:
#   $name (String) - the member
members = 成员 { $name } 已离开房间
# Variables:
#   $open (String) - whether the room is open
state =
    { $open ->
        [yes] 房间开着
       *[no] 已结束
    }
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
