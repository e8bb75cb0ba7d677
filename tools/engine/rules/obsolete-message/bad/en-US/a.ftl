one = One
two = Two
twoo = Two
unknown-code = Unknown error
# zh-CN: 房间不存在
# zh-CN .action: 返回
chamber-not-found = The room does not exist
    .action = Back
# zh-CN: 座位被占用
seat-occupied = The seat is taken
