### 教室组件的提示

## 房间

# 没有这个房间号。
room-not-found = 房间不存在或已关闭

# 新增的提示。
# Variables:
#   $count (Number) - 还有几个座位。
seats-left = 还有 { $count } 个座位

## 账号

# 账号在别处登录。
signed-in-elsewhere = 正在其他设备登录
    .action = 返回登录页

## 错误码

# Variables:
#   $code (String) - 错误码。
unknown-code = 未知错误 { $code }
