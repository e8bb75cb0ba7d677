room-not-found = De room does not exist
room-closed = De room is closed
    .action = Back
-brand = Classroom
