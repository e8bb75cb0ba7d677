# 房间已关闭时显示。
room-shut = 房间已关闭
    .action = 返回首页
seat-free = 空位
seat-open = 空位
reason = { room-shut }，{ -product }
unknown-code = 未知错误
-product = 课堂
