### Review: Reviewed by Ann.

# Reviewed: Ann, 2026-11-27
room-not-found = The room does not exist
# reviewed(1a2b3c4d): Ann, 2026-13-45
room-closed = The room is closed
    .action = Back
# reviewed(1a2b3c4d): , 2026-11-27
-brand = Classroom
