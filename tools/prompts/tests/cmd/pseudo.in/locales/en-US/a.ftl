### The prompts in English.

-brand = Classroom
    .kind = product

# Shown once.
room-not-found = The room does not exist
im-login-failed =
    { $im-reused ->
        [true] To reuse IM, sign in to <b>IM</b> first
       *[false] Could not sign in to IM
    }
    .description =
        IM sign-in error,
          of { -brand.kind ->
             *[product] { "the" } product
        }
    .action = Sign in
unknown-code = Unknown error (code { $code })
