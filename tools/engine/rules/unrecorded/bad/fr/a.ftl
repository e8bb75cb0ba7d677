# en: The door is open
door-open = La porte est ouverte
# en: The door is shut
door-shut = La porte est fermée
    .help = Poussez-la
lamp-on = La lampe est allumée
