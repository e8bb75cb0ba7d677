status = Zustand a
