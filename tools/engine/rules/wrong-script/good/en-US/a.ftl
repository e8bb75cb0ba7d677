closed = The room — « Zoë’s » — has been closed
im = Sign in to GitHub for Education and IM first
shared = The queen ate a kilometre of noodles on the stage
language = Choose Chinese or English
units = 5 μm, 3 kΩ, π ≈ 3.14, an α version
languages = Русский, 日本語, 한국어, Ελληνικά, { "\u4E2D文" } or Спартак
unknown-code = An unknown error occurred (code { $code })
