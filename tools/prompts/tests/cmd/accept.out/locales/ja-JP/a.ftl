# zh-CN: 房间不在
# room-not-found = ルームが存在しません

# zh-CN: 未知错误
unknown-code = 不明なエラー
