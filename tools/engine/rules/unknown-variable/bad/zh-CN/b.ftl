-brand = 房间{ $by }
-room = 🙂	{ -brand }
member-name = { $name }
seat-taken = 座位{ $number }有人
    .title = 座位
about = 关于{ -room }
hello = 欢迎
