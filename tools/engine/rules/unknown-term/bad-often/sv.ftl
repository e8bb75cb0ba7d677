greeting = Välkommen till { -brand }
