open-settings = Open { PLATFORM() ->
    [macos] Preferences
   *[other] Settings
}
unknown-code = An unknown error occurred (code { $code })
