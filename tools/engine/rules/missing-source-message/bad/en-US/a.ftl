-brand = Classroom
room-not-found = { -brand } has no such room
