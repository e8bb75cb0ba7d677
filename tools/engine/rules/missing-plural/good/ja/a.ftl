seats-left =
    { $seats ->
       *[other] { $seats }席が空いています。
    }
only-default = メンバーは{ $members }人です。
queue = { $place }番目です。
rooms =
    { $count ->
        [one] 一つのルームが開いています。
       *[more] ルームが開いています。
    }
two-rooms = 二つのルーム
cards = { $cards }枚
files = { $files }個
addresses = アドレスは{ $limit }件まで
delete = 削除
