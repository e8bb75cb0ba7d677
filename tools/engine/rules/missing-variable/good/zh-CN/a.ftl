member = 成员{ $name }
member-left = { member }离开了
member-back = 🙂 有人回来了
seats-some = 座位：一些
seats-all = { $seats }个座位
room-full = { $name }坐了{ NUMBER($seats) }个
member-kind =
    { $name ->
        [host] 主持人
       *[other] 成员{ $name }
    }
files = { $files }个文件
files-left =
    { NUMBER($files) ->
        [0] 没有文件了
        [1] 还有一个文件
       *[other] 还有{ $files }个文件
    }
files-some =
    { $files ->
        [0] 没有
       *[other] 有文件
    }
