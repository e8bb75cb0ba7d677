one = 房间已关闭 👩‍👩‍👧
two = 座位已满 ❤️
three = 葛󠄀城的房间
four = 请先登录
unknown-code = 未知错误
five = 登录等
