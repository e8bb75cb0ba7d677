# Noch nichts
