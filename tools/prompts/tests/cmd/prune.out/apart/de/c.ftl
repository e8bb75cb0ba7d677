kept = Bleibt
