member-left = 🙂	有人离开了
    .title = 有人走了
room-full =
    🙂	{ $seats ->
        [1] { $name }坐了一个座位
       *[other] 有人坐了{ $seats }个座位
    }
member-back = 回来了
