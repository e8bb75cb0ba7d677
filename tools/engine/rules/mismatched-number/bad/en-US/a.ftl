room-full = 👩‍👩‍👧 The room holds 100 people
seat-limit = 24 seats for 42 members
    .description = At most 21
see-help = See https://example.com/hepl
history = Both are shorter
unknown-code = Unknown error
