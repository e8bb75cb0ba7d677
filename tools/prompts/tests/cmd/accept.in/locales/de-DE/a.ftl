# zh-CN: 房间不在
room-not-found = Der Raum existiert nicht
# zh-CN: 房间已关闭
room-closed = Der Raum ist geschlossen
# zh-CN: 未知错误
unknown-code = Unbekannter Fehler
-brand = Klasse
# zh-CN: 欢迎来到{ -brand }
welcome = Willkommen bei { -brand }
