-kit = 课堂组件

# Variables:
#   $count (Number) - how many seats are left.
seats-left = 还剩 { $count } 个座位
    .description = 座位数

# Variables:
#   $name (String) - the member's name.
welcome = 欢迎 { $name } 使用{ -kit }

limit-of-50 = 最多 50 人

see-room = { room-not-found }，请重试
