closed = ルームは閉じられました
im = 先に GitHub for Education と IM にサインインしてください
shared = 王妃は台の上で一キロの麺を食べました
language = 中国語か英語を選べます
units = 5 μm、3 kΩ、π ≈ 3.14、α版
languages = Русский、日本語、한국어、Ελληνικά、中文、または Спартак
unknown-code = 不明なエラーが発生しました（コード { $code }）
