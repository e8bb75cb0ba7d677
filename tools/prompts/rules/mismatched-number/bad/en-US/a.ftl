room-full = 👩‍👩‍👧 The room holds 100 people
seat-limit = 24 seats for the members
    .description = At most 21
see-help = See https://example.com/hepl
unknown-code = Unknown error
