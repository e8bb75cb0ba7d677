room-not-found = Der room does not exist
room-closed = Der room is closed
    .action = Back
-brand = Classroom
