-brand = 课堂
seats = 座位
hall = 大厅
room-not-found = { -brand }里没有这个房间
seat-taken = { seats }已被占用
unknown-code = 未知错误
