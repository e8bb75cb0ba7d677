### 日本語

# zh-CN: 房间不存在
room-not-found = ルームが存在しません

unknown-code = 不明なエラー { $code }
