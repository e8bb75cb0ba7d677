# zh-CN: 房间在哪里
room-not-found = Der room does not exist
room-closed = Der room is closed
    .action = Back
-brand = Classroom
