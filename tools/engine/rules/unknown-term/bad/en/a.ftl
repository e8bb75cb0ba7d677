-host = the host
-brand = Our Room
room = the room
host-left = The class ended: { -hots } left
room-closed = Closed: { -room }
brand-shown = Welcome to { -brand }
host-back = Back now
