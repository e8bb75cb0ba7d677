greeting = Welcome to { -brand }
