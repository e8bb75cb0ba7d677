room-not-found = ルームが見つかりません
