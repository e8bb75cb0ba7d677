closed = 房间已关闭
open = 🙂房間已打开
locked = 房间已由老师锁定
password = 请输入密码
escaped = 房间{ "\u9593" }
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
