member = 🙂	成员{ $name }和{ $nmae }，又是{ $nmae }
room-closed = 关闭：{ $room }
    .title = 房间{ $roon }关闭了
room-open =
    { $code ->
        [x] 开了
       *[y] 开着
    }
