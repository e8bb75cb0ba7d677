# zh-CN: 课堂组件
-kit = the class kit

# Variables:
#   $count (Number) - how many seats are left.
# zh-CN: 还剩 { $count } 个座位
# zh-CN .description: 座位数
seats-left =
    { $count ->
        [one] { $count } seat is left
       *[other] { $count } seats are left
    }
    .description = Number of seats

# Variables:
#   $name (String) - the member's name.
# zh-CN: 欢迎 { $name } 使用{ -kit }
welcome = { $name }, welcome to { -kit }

# zh-CN: 最多 50 人
limit-of-50 = At most 50 people

# zh-CN: { room-not-found }，请重试
see-room = { room-not-found }, please try again
