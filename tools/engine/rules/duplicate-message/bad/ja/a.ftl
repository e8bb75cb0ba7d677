room-not-found = 部屋が見つかりません
room-full = 満室です
