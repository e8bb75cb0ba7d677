list = 列:名前,大きさ,日付
lines =
    部屋を選びます。
    後で退出できます。
features = 主な機能
search = 検索
