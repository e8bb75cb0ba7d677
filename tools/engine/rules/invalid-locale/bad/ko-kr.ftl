room-not-found = 방이 없습니다
