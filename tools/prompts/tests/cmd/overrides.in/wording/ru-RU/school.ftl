room-not-found =
    .action = Выйти
