closed = ルームは閉じられました
im = IM GitHub
version = { $number } / 2.0
members = 参加者
state =
    { $open ->
        [yes] OK
       *[no] 終了しました
    }
unknown-code = 不明なエラーが発生しました（コード { $code }）
