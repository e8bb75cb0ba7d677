### The prompts in English.

-brand = Çļååššŕööööɱ~
    .kind = product

# Shown once.
room-not-found = [Ţĥéé ŕöööɱ ðööééš ñööţ ééẋîšţ~~]
im-login-failed =
    { "[" }{ $im-reused ->
        [true] Ţö ŕééûûšé ÎÎṀ, šîîĝñ îîñ ţöö <b>ÎÎṀ</b> ƒîîŕšţ~~
       *[false] Çöûûļð ñööţ šîîĝñ îîñ ţöö ÎÎṀ~
    }]
    .description =
        { "[" }ÎṀ šîîĝñ-îîñ ééŕŕööŕ,
          ööƒ~ { -brand.kind ->
             *[product] { "the" } þŕööðûûçţ~
        }]
    .action = [Šîĝñ îîñ~]
unknown-code = [Ûñķñööŵñ ééŕŕööŕ (çööðéé { $code })~]

room-closed = [{ -brand }的房间已关闭~~~~~]
