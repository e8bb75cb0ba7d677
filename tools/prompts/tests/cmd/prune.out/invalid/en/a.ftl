a = A
unknown-code = ?
c = C
