-room = 房间
    .classifier = jian
-own = 自己
room-full = { -room.classifier ->
    [jian] 房间已满
   *[other] 已满
}
    .action = 换个{ -room }
seat-button =
    .label = { -own }坐下
