### Review: draft

## 部屋

room-not-found = ルームが存在しません

# 管理者が閉じた場合
# zh-CN: 房间关闭了
# zh-CN now: 房间关闭
room-closed = ルームが閉じられました
    .description = 管理者がルームを閉じました

## 席

# zh-CN: 座位上已有人
# 田中が見ました。
seat-taken = その席は使用中です

# zh-CN: { $waits ->
# zh-CN:     [true] 座位已满，请排队
# zh-CN:    *[false] 座位已满
# zh-CN: }
seats-full =
    { $waits ->
        [true] 満席です。お待ちください
       *[false] 満席です
    }

# zh-CN: 未知错误（{ $code }）
unknown-code = 不明なエラー（{ $code }）
