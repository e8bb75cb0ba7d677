room-not-found = 找不到聊天室
unknown-code = 發生不明錯誤（錯誤碼 { $code }）
