room-not-found =
    .action = 离开
seat-locked = 座位{ $seat }已锁定
    .action = 等待
