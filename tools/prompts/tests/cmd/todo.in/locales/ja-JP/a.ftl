# zh-CN: 房间关闭
# zh-CN .action: 返回
room-closed = 閉室中
    .action = 戻る
# zh-CN: 旧
old = 古い
