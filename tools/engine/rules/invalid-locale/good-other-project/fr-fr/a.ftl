greeting = Bienvenue à { -brand }
