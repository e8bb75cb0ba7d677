welcome = Te damos la bienvenida a { -app-name } / { -house-brand }
