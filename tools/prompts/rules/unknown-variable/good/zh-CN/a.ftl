-greet = 你好{ $case }
member = 成员{ $name }
member-left = { $name }离开了{ $room }
    .title = 离开{ $room }
member-back = 🙂 回来了：{ -greet(case: "x") }{ $name }
member-twice = 再次：{ member }
