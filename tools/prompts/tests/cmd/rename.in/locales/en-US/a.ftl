### About room-closed.

# zh-CN: 房间已关闭
room-closed = The room is closed

# Unlike room-closed, this can be undone. See room-closed-by-host.
# zh-CN: { room-closed }，{ -brand }
# zh-CN .action: { room-closed.action }
room-locked = { room-closed }, { -brand }
    .action = { room-closed.action }
