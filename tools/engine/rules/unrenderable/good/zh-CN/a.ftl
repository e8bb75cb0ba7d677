-seat = { $number } 号座位
seat-taken = { -seat(number: "3") }已被占用
# Variables:
#   $count (Number) - how many seats there are.
seat-count = 还有 { NUMBER($count, minimumFractionDigits: 0) } 个座位
# Variables:
#   $kind (String) - "large" when the room is a large one.
room-full = { $kind ->
    [large] 超大房间已满
   *[other] 房间已满
}
unknown-code = 未知错误
