im-login-failed =
    { $im-reused ->
        [true] 复用IM时，请先登录IM
       *[false] IM登录失败
    }
    .description = im登录错误
rtc-initialization-failed = 音视频初始化失败
    .description = rtc初始化错误
room-not-found = 房间不存在
signed-in-elsewhere = 正在其他设备登录
    .description = 收到本人退出房间通知
    .action = 返回登录页
unknown-code = 出现未知错误（错误码 { $code }）
