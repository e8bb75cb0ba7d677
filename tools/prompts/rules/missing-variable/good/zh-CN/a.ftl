member = 成员{ $name }
member-left = { member }离开了
member-back = 🙂 有人回来了
seats-some = 座位：一些
seats-all = { $seats }个座位
room-full = { $name }坐了{ NUMBER($seats) }个
member-kind =
    { $name ->
        [host] 主持人
       *[other] 成员
    }
