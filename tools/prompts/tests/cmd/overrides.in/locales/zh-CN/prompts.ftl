room-not-found = 房间不存在
#   $im-reused (String) - whether the app signed in to IM itself
im-login-failed = { $im-reused ->
    [true] 请先登录IM
   *[false] IM登录失败
 }
access-denied = 没有权限
unknown-code = 未知错误（错误码 { $code }）
