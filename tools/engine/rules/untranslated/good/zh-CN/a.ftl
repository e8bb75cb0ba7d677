closed = 房间已关闭
im = IM GitHub
# Variables:
#   $number (String) - the version
version = { $number } / 2.0
members = 参加者
# Variables:
#   $open (String) - whether the room is open
state =
    { $open ->
        [yes] OK
       *[no] 已结束
    }
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
