member-left = 🙂	有人离开了
    .title = 有人走了
room-full =
    🙂	{ $seats ->
        [1] { $name }坐了一个座位
       *[other] 有人坐了{ $seats }个座位
    }
member-back = 回来了
files = 🙂 有文件
files-left =
    { $files ->
        [0] 没有文件了
       *[other] 还有文件
    }
files-some = 有文件
