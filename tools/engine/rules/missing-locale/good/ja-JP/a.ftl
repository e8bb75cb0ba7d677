unknown-code = エラーが発生しました
room-not-found = ルームが見つかりません
