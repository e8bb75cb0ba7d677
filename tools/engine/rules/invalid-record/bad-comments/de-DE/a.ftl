### Review: reviewed 2026-11-27

# reviewed(xyz): Ann, 2026-11-27
# Reviewed by our lawyers.
room-not-found = Der Raum fehlt
room-closed = Der Raum ist zu
    .action = Zurück
