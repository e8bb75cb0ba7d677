# A head.

first = Un
second = { first }
