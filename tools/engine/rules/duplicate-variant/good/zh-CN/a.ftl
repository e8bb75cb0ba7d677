seat-taken = { $seat ->
    [front] 前排座位有人
    [back] 后排座位有人
   *[other] 座位有人
}
seat-free = { $room ->
    [large] { $seat ->
        [front] 大房间前排有空位
       *[other] 大房间有空位
    }
   *[other] { $seat ->
        [front] 前排有空位
       *[other] 有空位
    }
}
wait = { NUMBER($minutes, minimumFractionDigits: 1) ->
    [0] 请稍候
    [1.0] 请等一分钟
    [1] 请等1分钟
   *[other] 请等{ $minutes }分钟
}
