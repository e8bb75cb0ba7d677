greeting = Velkommen til { -brand }
