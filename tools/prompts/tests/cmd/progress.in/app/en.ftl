# What the button says.
save = Save
    .tooltip = Keep your work
quit = Quit
