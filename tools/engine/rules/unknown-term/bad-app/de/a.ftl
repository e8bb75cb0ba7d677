welcome = Willkommen bei { -app-name } / { -house-brand }
