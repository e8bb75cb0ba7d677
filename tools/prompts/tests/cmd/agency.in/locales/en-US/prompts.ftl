## 房间

# zh-CN: 房间不存在
room-not-found = The room does not exist

# zh-CN: 还有 { $count } 个座位
seats-left =
    { $count ->
        [one] { $count } seat is left
       *[other] { $count } seats are left
    }

## 账号

# A note of our own.
signed-in-elsewhere = Your account is being used on another device

## 错误码

unknown-code = Unknown error { $code }
