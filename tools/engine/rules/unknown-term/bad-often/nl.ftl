greeting = Welkom bij { -brand }
