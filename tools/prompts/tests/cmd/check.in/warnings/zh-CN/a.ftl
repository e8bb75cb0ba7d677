# Variables:
#   $code (Number) - the code that has no message.
unknown-code = 错误 { $code }
room-closed = 房间已关闭
