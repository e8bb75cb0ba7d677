closed = 房間已關閉
im = IM GitHub
version = { $number } / 2.0
members = 成員
state =
    { $open ->
        [yes] OK
       *[no] 已結束
    }
unknown-code = 發生未知的問題（錯誤碼 { $code }）
