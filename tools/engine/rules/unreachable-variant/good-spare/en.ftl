-account =
    { $capitalization ->
       *[lowercase] account
        [uppercase] Account
    }
-browser =
    { $capitalization ->
       *[lowercase] browser
        [uppercase] Browser
    }
sign-in = Sign in to your { -account }
start = { -browser(capitalization: "uppercase") } is open
