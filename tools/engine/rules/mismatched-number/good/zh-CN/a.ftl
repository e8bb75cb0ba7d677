room-full = 房间最多 １０００ 人
seat-limit = 最多 3 个座位
see-help = 请看 https://example.com/zh-CN/help
room-opens = 房间 10月 开放，10万 个座位
-room-size = 500
# Variables:
#   $kind (String) - "large" when the room is a large one.
most = { $kind ->
    [large] 超大房间最多 9000 人
   *[other] 房间最多 500 人
}
unknown-code = 未知错误

class-times = 上课时间为 2026/11/23 22:30，报名到 2026-11-20 为止
repeated = 满 30 人开课，不满 30 人不开课
checksum = 校验用 CRC32，房间 <a data-name="page-10">链接</a>
factor = 上限是平时的 10x，最近 12 个月有效
# Variables:
#   $hour (Number) - the hour
hour = { $hour }:00 开课
version = 需要 2.0 版，发布于 31.12.2025
millions = 最多 10,000,000 人
