closed = 房间已关闭
im = 请先登录 GitHub for Education 和 IM
shared = 皇后在台上吃了一公里面条，只余干云
language = 语言可选简体中文、繁體中文、English
units = 5 μm、3 kΩ、π ≈ 3.14、α版
# allow(wrong-script): Спартак is the name of a club.
languages = Русский、日本語、한국어、Ελληνικά、{ "\u4E2D文" }，也可用 Спартак
# Variables:
#   $code (String) - the code
unknown-code = 出现未知错误（错误码 { $code }）
