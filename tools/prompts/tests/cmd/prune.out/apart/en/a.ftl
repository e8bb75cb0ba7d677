status = Status a
