-host = 主持人
    .kind = person
seat = 座位
    .title = 你的座位
seat-taken = 🙂 { seat.title }被人坐了
host-left =
    { -host.kind ->
        [thing] 它离开了
       *[person] { -host }离开了
    }
