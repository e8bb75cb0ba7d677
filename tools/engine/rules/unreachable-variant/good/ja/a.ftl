-room = ルーム
    .kind = wide
seats-left =
    { $seats ->
        [0] 空席がありません。
       *[many] { $seats }席が空いています。
    }
queue = { $place }番目です。
role =
    { $role ->
        [teacher] 座席を閉じました。
        [helper] 助手として座席を閉じました。
       *[anyone] 座席が閉じられました。
    }
rooms =
    { $count ->
        [one] { -room.kind ->
            [wide] 広い部屋が開いています。
           *[other] 部屋が開いています。
        }
       *[more] いくつかの部屋が開いています。
    }
files = { $files }個
mails = アドレスは{ $mails }件まで
keys =
    { $keys ->
        [zero] キーなし
       *[other] { $keys }
    }
-team = チーム
team-left = { -team }が退出しました
# Readers of this language see the same text for one.
hours = { $hours ->
        [one] 1 時間
       *[other] { $hours }時間
    }
