# Another layout, and a note.
room-full =
    The room
    is full
# Capitals and a full stop.
room-closed = The Room is closed.
# A new text, and a new translation.
room-open = You can enter the room
# A new text, and the translation is right as it is: the record says so.
member-left = A member has left the room
# Variables:
#   $user (String) - the name
member-muted = { $user } is muted
member-away = A member is away
# A new text, which was not translated before.
seat-taken = Someone has taken the seat
room-name = Name of the room
