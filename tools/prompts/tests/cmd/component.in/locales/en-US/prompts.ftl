im-login-failed =
    { $im-reused ->
        [true] Sign in to IM first
       *[false] Could not sign in to IM
    }
    .description = IM sign-in error
rtc-initialization-failed = Could not start audio and video
    .description = RTC initialization error
room-not-found = The room does not exist
signed-in-elsewhere = Your account is being used on another device
    .description = Notification that the current user left the room
    .action = Back to sign-in
unknown-code = An unknown error occurred (code { $code })
