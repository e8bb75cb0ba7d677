room-closed = ルームは終了しました
seats-left = 残り{ $count }席です
joined = 誰かが参加しました
unknown-code = エラー{ $code }
