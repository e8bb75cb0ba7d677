closed = 房間已關閉
im = 請先登入 GitHub for Education 和 IM
shared = 皇后在台上吃了一公里麵條，只余干云
language = 語言可選简体中文、繁體中文、English
units = 5 μm、3 kΩ、π ≈ 3.14、α版
languages = Русский、日本語、한국어、Ελληνικά、{ "\u4E2D文" }，也可用 Спартак
unknown-code = 發生未知的問題（錯誤碼 { $code }）
