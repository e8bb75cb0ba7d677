a = A
b = B
