# 🙂 A word to translators: the room is gone for good.
# zh-CN: 房间不存在
# zh-CN .action: 返回登录页
# zh-CN .gone: 没有了
room-not-found = The room does not exist
    .action = Back to sign-in
# zh-CN: { $kind ->
# zh-CN:     [large] 超大房间已满
# zh-CN:    *[other] 房间已满
# zh-CN: }
room-full = { $kind ->
    [large] The large room is full
   *[other] The room is full
}
# allow(stale-translation): needed for another revision
room-closed = The room is closed
# zh-CN: 成员
# zh-CN:   已离开
member-left = A member has left
# zh-CN: {$seat}已被占用
seat-taken = { $seat } is taken
unknown-code = Unknown error
