-brand = Classroom
greeting = Welcome to { -brand }
