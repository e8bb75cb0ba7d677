door-open = La porte est ouverte
lamp-off = { -lamp } est éteinte { lamp-name }, { -shown }
-shown = { $name }
