a = A
unknown-code = ?
# en: C
b = B
