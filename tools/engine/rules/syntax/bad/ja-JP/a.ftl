room-not-found = ルームが見つかりません
room-full =
    { "ルーム" ->
        [a] ルーム
    }は満員です
room-closed = ルームは閉じられました
seat-taken = { $name }さんの席です
    .action 別の席に座る
    .label = 使用中の席
room-open = 開いています
