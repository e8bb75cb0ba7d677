# A note.
# zh-CN: 房间已关闭
# zh-CN .action: 好
# room-was-closed =
#     .action =

# zh-CN: { -product.kind ->
# zh-CN:     [room-closed] room-closed
# zh-CN:    *[other] { NUMBER(room-was-closed, room-closed: 1) }{ -product(brand: "room-closed") }
# zh-CN: }
# seat-taken =
#     { -product.kind ->
#         [room-closed]
#        *[other]
#     }

# room-locked = { room-was-closed } { -product }

# -product =
