room-not-found = There is no such classroom
    .action = Leave
im-login-failed = Could  not sign in to chat
seat-locked = Seat { $seat } is locked
    .action = Wait
