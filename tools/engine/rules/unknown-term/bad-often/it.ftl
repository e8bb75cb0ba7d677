greeting = Benvenuti in { -brand }
