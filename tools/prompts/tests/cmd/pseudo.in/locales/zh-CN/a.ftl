-brand = 课堂
room-not-found = 房间不存在
room-closed = { -brand }的房间已关闭
im-login-failed =
    { $im-reused ->
        [true] 复用IM时，请先登录IM
       *[false] IM登录失败
    }
    .description = im登录错误
unknown-code = 出现未知错误（错误码 { $code }）
