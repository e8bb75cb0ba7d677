### 日本語

# zh-CN: 房间不存在或已关闭
room-not-found = ルームが存在しないか、閉じられました

# 新增的提示。
# Variables:
#   $count (Number) - 还有几个座位。
# zh-CN: 还有 { $count } 个座位
seats-left = 残り{ $count }席です

# zh-CN: 未知错误 { $code }
unknown-code = 不明なエラー { $code }

## 账号

# 账号在别处登录。
# zh-CN: 正在其他设备登录
# zh-CN .action: 返回登录页
signed-in-elsewhere = 別の端末でログインしています
    .action = ログイン画面に戻る
