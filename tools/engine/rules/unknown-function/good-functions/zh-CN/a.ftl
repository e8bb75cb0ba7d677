open-settings = 打开{ PLATFORM() ->
    [macos] 偏好设置
   *[other] 设置
}
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
