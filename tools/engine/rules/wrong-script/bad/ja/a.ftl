closed = ルームは閉じられました방이
open = 🙂 ルームが开いています
locked = 先生がロックしました
password = パスワードを入力してください
escaped = ルーム
unknown-code = 不明なエラーが発生しました（コード { $code }）
