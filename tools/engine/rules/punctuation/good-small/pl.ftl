title = To jest pomoc do wszystkiego.
by = Autor:
disk = Dysknr.
list = Jane Doe, doradca, Example
ask = Adres
