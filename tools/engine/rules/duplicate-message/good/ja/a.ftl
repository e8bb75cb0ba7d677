room-not-found = 部屋が見つかりません
    .full = 満室
