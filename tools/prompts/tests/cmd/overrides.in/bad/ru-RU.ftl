im-login-failed = { $im-reused ->
    [ture] Войдите
   *[false] Не удалось войти
 }
access-denied = Доступ запрещён этому пользователю
