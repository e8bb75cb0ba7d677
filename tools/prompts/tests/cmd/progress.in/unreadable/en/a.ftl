save = Save
quit = Quit
