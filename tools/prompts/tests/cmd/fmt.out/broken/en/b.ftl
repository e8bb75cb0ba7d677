title=Bü
