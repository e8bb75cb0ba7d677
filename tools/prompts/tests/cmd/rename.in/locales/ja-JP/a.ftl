# A note.
# zh-CN: 房间已关闭
# zh-CN .action: 好
# room-closed =
#     .action =

# zh-CN: { -brand.kind ->
# zh-CN:     [room-closed] room-closed
# zh-CN:    *[other] { NUMBER(room-closed, room-closed: 1) }{ -brand(brand: "room-closed") }
# zh-CN: }
# seat-taken =
#     { -brand.kind ->
#         [room-closed]
#        *[other]
#     }

# room-locked = { room-closed } { -brand }

# -brand =
