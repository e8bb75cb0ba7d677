# en: The door is open
door-open = Die Tür ist offen
# en: The door is shut
# en .help: Push it
door-shut = Die Tür ist zu
    .help = Drücken Sie
lamp-on = Die Lampe ist an
