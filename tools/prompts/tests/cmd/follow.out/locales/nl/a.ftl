# zh-CN: 房间已关闭
room-closed = De ruimte is gesloten

# zh-CN: 房间已关闭
# zh-CN .action now: 返回首页
# room-shut = Gesloten

# zh-CN: 空位
# seat-free =

# zh-CN: 空位
# seat-open =

# zh-CN: { room-shut }，{ -product }
# reason =

unknown-code = Onbekende fout

# zh-CN: 课堂
# -product =
