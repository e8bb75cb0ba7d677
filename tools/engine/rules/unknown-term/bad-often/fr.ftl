greeting = Bienvenue dans { -brand }
