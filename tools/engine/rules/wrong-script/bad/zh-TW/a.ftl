closed = 🙂	房间已關閉
open = 房間の門已打開
locked = 房間 has been locked by 老師
password = 請輸入密碼
escaped = 房間{ "Привет" }
unknown-code = 發生未知的問題（錯誤碼 { $code }）
