closed = ルームは閉じられました
im = 先に GitHub for Education と IM にサインインしてください
shared = 王妃は台の上で一キロの麺を食べました
language = 中国語か英語を選べます
unknown-code = 不明なエラーが発生しました（コード { $code }）
