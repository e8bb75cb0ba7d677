# Variables:
#   $code (Number) - the code that has no message.
unknown-code = 错误 { $code }

room-not-found = 房间不存在
room-closed = 房间已关闭

# Variables:
#   $name (String) - who sits there.
seat-taken = 座位上已有{ $name }
