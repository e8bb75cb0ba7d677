welcome = Bienvenue dans { -app-name } / { -house-brand }
