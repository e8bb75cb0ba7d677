room-full = ルームは満員です
room-empty = ルームには誰もいません
    .label = 無人
