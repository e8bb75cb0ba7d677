closed = 🙂房间(教室)已关闭,请稍后再试
ask = 要离开房间吗？
# Variables:
#   $open (String) - whether the room is open
state =
    { $open ->
        [yes] 房间开着
       *[no] 房间已结束！
    }
member = 成员已离开
list = 成员;老师
lost = 成员：
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
