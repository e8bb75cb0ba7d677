closed = 房间已关闭，请稍后再试。
ask = 要离开房间吗？
wait = 正在登录…
numbers = 音量为3.5，时间为8:30，见 a.ftl（第1页）
# Variables:
#   $name (String) - the member
member = 成员：{ $name }
tools = 可用笔、尺等工具
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
