status = Zustand a

gone-a = Weg
