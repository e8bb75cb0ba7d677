room-full = 空きがありません
