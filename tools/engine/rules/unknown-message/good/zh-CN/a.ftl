room = 房间
seat =
    .label = 座位
room-closed = 🙂 { room }进不去了
seat-taken = { seat.label }被人坐了
later = 请在{ after }再来
after = 下课后
