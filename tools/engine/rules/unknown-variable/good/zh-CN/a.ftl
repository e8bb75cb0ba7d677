-greet = 你好{ $case }
member = 成员{ $name }
member-left = { $name }离开了{ $room }
    .title = 离开{ $room }
member-back = 🙂 回来了：{ -greet(case: "x") }{ $name }
member-twice = 再次：{ member }
-brand = 房间{ $by ->
    [x] 一
   *[other] 二
}
about = 关于{ -brand } { -brand(by: "我们") }，{ $number }
