a = A
b = { $x
