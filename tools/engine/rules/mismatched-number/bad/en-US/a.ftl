room-full = 👩‍👩‍👧 The room holds 100 people
seat-limit = 24 seats for 42 members
    .description = At most 21
see-help = See https://example.com/hepl
history = Both are shorter
size = The picture has at least 8x8
small = The picture has 16x16
unknown-code = Unknown error
