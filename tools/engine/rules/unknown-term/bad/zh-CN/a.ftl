-host = 主持人
room = 房间
host-left = 课堂结束：{ -host }离开了
room-closed = 关闭：{ room }
brand-shown = 🙂	欢迎来到{ -brand }
host-back =
    { -lecture.kind ->
        [big] 大课：回来了
       *[small] 小课：回来了
    }
