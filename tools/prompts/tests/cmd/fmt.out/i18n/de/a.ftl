title = Räume
