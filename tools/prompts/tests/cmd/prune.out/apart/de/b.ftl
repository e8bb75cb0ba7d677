status = Zustand b
