one = 房间🙂已​关闭
two = 座位已满
three = 请先登录
four = 没有权限
five = 人数已满
six = 会员已到期
unknown-code = 未知错误
seven = 答题时间已到
