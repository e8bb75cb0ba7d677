room-not-found = ルームが見つかりません
room-full = ルームは満員です
room-closed = ルームは閉じられました
