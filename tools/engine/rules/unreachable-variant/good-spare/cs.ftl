-account =
    { $capitalization ->
        [lower] účet
       *[upper] Účet
    }
-browser =
    { $capitalization ->
        [lower] prohlížeč
       *[upper] Prohlížeč
    }
sign-in = { -account } k přihlášení
start = Otevřený { -browser(capitalization: "lower") }
