save = Speichern {
quit = Beenden

help = ÿ
