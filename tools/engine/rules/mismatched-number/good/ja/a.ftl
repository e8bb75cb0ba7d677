room-full = ルームの定員は千人です
seat-limit = 座席は三つまでです
see-help = https://example.com/ja/help をご覧ください
room-opens = ルームは10月に開きます
-room-size = 500
most = ルームの定員は{ -room-size }人です
unknown-code = 不明なエラー
class-times = 授業は2026年11月23日です
repeated = 30人で開講します
checksum = チェックサムと<a data-name="page-10">リンク</a>
factor = 上限は十倍です
hour = { $hour }時に始まります
version = バージョン2が必要です
millions = 最大一千万人
