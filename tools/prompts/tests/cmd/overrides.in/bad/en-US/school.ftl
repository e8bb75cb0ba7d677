room-not-found = There is no classroom { $room }
im-login-failed = { $im_reused ->
    [true] Sign in
   *[false] Could not sign in
 }
access-denied = You are not allowed to enter { -place }
seat-lockd = Seat locked
unknown-code = Oops {
# allow(obsolete-message): used by the app itself
seat-free = Seat free
