closed = The room has been closed
    .description = 房间🙂已由老师关闭
members = 成员 { $name } 已离开房间
state =
    { $open ->
        [yes] The room is open
       *[no] 已结束
    }
unknown-code = An unknown error occurred (code { $code })
