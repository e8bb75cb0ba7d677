-host = 主持人
    .kind = person
seat = 座位
    .title = 你的座位
seat-taken = 🙂	座位{ seat.titles }被人坐了
seat-free = { seat }空着
host-left =
    { -host.sort ->
        [thing] 它离开了
       *[person] { -host }离开了
    }
