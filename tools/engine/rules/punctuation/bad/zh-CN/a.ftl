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
wide = 房间已满,请重试.
latin = 请登录 GitHub,然后重试
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误，请重试，或联系老师，或稍后再来，并报告，谢谢（错误码 { $code }）
