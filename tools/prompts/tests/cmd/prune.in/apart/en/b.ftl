status = Status b
