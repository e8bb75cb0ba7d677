lamp-on = The lamp is on
lamp-off = The lamp is off
