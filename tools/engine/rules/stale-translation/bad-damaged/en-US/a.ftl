# zh-CN: ???
door-open = The door is open
# zh-CN: ��着
door-shut = The door is shut
# zh-CN: 灯亮着
lamp-on = The lamp is on
