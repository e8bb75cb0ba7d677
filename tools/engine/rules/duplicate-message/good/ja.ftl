room-full = 満室です
