# 🙂 房间
room-full = 👩‍👩‍👧 房间最多 1000 人
seat-limit = 座位 24 个，成员 24 人
    .description = 最多 １２ 个
see-help = 请看 https://example.com/help
history = 前 60 天最多 500 次，见 https://example.com/zh/history
size = 图片至少 16x16
small = 图片是 8x8
unknown-code = 未知错误
