### 日本語

# zh-CN: 房间不存在或已关闭
room-not-found = ルームが存在しません

# 新增的提示。
# Variables:
#   $count (Number) - 还有几个座位。
# zh-CN: 还有 { $count } 个座位
# seats-left =
#     { $count ->
#        *[other]
#     }

unknown-code = 不明なエラー { $code }

## 账号

# 账号在别处登录。
# zh-CN: 正在其他设备登录
# zh-CN .action: 返回登录页
# signed-in-elsewhere =
#     .action =
