a-b = A
a_b = B
c = C
    .d = D
c-d = CD
unknown-code = Error
