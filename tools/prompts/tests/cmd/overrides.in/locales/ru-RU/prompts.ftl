room-not-found = Комната не существует
