welcome = Ti diamo il benvenuto in { -app-name } / { -house-brand }
