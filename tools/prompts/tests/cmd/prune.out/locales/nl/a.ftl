# zh-CN: 房间已满
room-is-full = De ruimte is vol
room-close = De ruimte is dicht
unknown-code = Fout
