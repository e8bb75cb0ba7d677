-product-name = Kite Mail
status =
    { $count ->
        [one] Ein Brief
       *[other] { $count } Briefe
    }
welcome = Willkommen bei { -product-name }
