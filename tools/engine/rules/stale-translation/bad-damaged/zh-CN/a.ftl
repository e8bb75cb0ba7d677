door-open = 门开着
door-shut = 门关着
lamp-on = 灯亮着
