room-not-found = The room does not exist
im-login-failed = { $im-reused ->
    [true] Sign in to IM first
   *[false] Could not sign in to IM
 }
access-denied = Access denied
unknown-code = An unknown error occurred (code { $code })
