host-left = { room-closed }: the host left
room-closed = { room }, { room } and { room.title } closed
room = Room
    .title = { room } of the class
