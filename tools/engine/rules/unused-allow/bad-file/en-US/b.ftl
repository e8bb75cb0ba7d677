c = The  third
d = The  fourth
