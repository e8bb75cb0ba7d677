-product-name = Kite Mail
# $count (Number) - how many letters
status =
    { $count ->
        [one] One letter
       *[other] { $count } letters
    }
welcome = Welcome to { -product-name }
