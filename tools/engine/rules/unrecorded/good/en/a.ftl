# fr: a note
door-open = The door is open
door-shut = The door is shut
    .help = Push it
lamp-on = The lamp is on
