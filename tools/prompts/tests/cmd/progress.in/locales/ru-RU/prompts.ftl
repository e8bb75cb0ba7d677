room-not-found = Комната не найдена
