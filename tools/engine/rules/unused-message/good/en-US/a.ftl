-brand = Classroom
# Only English says it by a message.
seats = Seats
hall = The hall
room-not-found = { hall } of { -brand } has no such room
seat-taken = { seats } are all taken
unknown-code = Unknown error
