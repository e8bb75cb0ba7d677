a = The  first
b = The second
