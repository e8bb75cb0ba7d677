### The source.

## Rooms

# No room with this number is open.
# allow(untranslated): for the tests
room-not-found = 房间不存在

room-closed = 房间已关闭
    .description = 管理员关闭了房间
    .action = 返回首页

## Seats

# Someone else was faster.
# Variables:
#   $name (String) - who sits there.
seat-taken = 座位上已有{ $name }

# Variables:
#   $count (Number) - how many seats are free.
seats-left = 还有{ $count }个座位

seats-full =
    { $waits ->
        [true] 座位已满，正在排队
       *[false] 座位已满
    }

##

# Variables:
#   $code (String) - the code.
unknown-code = 未知错误（{ $code }）
