door-open = La porte est ouverte
door-shut = La porte est fermée
