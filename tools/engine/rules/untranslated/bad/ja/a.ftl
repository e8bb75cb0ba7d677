closed = 房间已关闭
    .description = 先生がルームを閉じました
members = メンバーの{ $name }が退出しました
state =
    { $open ->
        [yes] ルームは開いています
       *[no] 終了しました
    }
unknown-code = 不明なエラーが発生しました（コード { $code }）
