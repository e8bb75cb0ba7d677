# zh-CN: 房间不在
# room-not-found = ルームが存在しません

unknown-code = 不明なエラー
