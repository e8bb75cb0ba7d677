seats-left =
    🙂 空席：{ $seats ->
        [one] 一席が空いています。
       *[other] { $seats }席が空いています。
    }
role =
    { $role ->
        [teacher] 座席を閉じました。
        [guest] 座席を	見ています。
       *[member] 座席が閉じられました。
    }
kind = 閉じられました。
queue =
    { NUMBER($place, type: "ordinal") ->
        [two] 二番目です。
       *[other] { $place }番目です。
    }
files = { $files }個
to = { $way ->
        [up] 上へ
       *[down] 下へ
    }
    .room = { $way ->
        [above] 上のルームへ
       *[below] 下のルームへ
    }
-team = チーム
team-left = { -team }が退出しました
wait =
    { $hours ->
        [one] 時間
       *[other] { $hours }時間
    }
