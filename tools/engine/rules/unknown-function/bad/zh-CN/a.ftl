seats-left = 🙂	剩余座位：{ DATETIME($seats, month: "long") }
seats-all = 座位：{ NUMBER($seats, notation: "compact") }
seats-none = 没有座位：{ NUMBER($seats) }

open-settings = 打开{ PLATFORM() ->
    [macos] 偏好设置
   *[other] 设置
}
