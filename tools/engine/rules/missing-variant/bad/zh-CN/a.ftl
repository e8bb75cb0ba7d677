left = 🙂	提示：{ $by ->
        [teacher] 老师已将你移出房间。
       *[self] 你已离开房间。
    }
room = 房间对{ $role ->
        [teacher] 老师
       *[member] 成员
    }{ $lock ->
       *[yes] 已锁定
    }。
state =
    { $state ->
        [new] 新房间
       *[open] 房间开放
    }
