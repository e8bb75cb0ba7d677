welcome = Welcome to { -app-name } / { -house-brand }
