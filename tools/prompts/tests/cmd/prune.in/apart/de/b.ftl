status = Zustand b

gone-b = Weg
