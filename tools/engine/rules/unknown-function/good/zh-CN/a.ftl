seats-left = 剩余座位：{ NUMBER($seats, style: "decimal") }
seats-all = 座位：{ NUMBER($seats) }
open-settings = 打开{ PLATFORM() ->
    [macos] 偏好设置
   *[other] 设置
}
starts = 开始时间：{ DATETIME($start, timeStyle: "short") }
