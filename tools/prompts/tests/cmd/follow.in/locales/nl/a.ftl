# zh-CN: 房间已关闭
room-closed = De ruimte is gesloten

# zh-CN: 房间已关闭
# room-shut = Gesloten

unknown-code = Onbekende fout
