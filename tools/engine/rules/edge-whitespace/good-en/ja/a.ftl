of = の部屋
label = 名前：
colon = （部屋）
