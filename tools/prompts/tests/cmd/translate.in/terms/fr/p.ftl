# zh-CN: 学堂
-brand = Classe
welcome = Bienvenue à { -brand }
