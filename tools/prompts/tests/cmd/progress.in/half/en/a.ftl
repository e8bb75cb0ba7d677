save = Save
quit = Quit { $now
