host-left = { room-closed } because the host left
room-closed = The room closed: { host-left } and { host-left }
leads-in = See { self }
self = I am { self }
-one = One { third }
second = Two { -one }
third = Three { third.title } and { leads-in }
    .title = Title
