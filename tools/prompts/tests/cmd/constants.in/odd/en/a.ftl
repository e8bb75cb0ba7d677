a-b = A
a_b = { $x-y } { $x_y }
c = C
unknown-code = Error
