room-closed = ルームは終了しました
