unknown-code = エラー { $code }

room-not-found = ルームが存在しません
