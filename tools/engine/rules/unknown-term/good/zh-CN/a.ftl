-host = 主持人
-class =
    课堂
    .kind = small
host-left = { -class }结束：{ -host }离开了
host-back =
    { -class.kind ->
        [big] 大课：{ -host }回来了
       *[small] 小课：{ -host }回来了
    }
