room-not-found = The room does not exist
room-closed = The room is closed
    .action = Back
-brand = Classroom
