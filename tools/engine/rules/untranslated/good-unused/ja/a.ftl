room = 部屋は閉じられました
old = The old room was closed
older = The oldest room has 50 seats:
