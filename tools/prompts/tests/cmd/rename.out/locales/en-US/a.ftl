### About room-closed.

# zh-CN: 房间已关闭
room-was-closed = The room is closed

# Unlike room-closed, this can be undone. See room-closed-by-host.
# zh-CN: { room-was-closed }，{ -product }
# zh-CN .action: { room-was-closed.action }
room-locked = { room-was-closed }, { -product }
    .action = { room-was-closed.action }
