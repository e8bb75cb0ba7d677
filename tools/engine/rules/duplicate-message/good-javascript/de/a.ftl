-brand = Kite
brand = { -brand }
hello = Hallo von { brand }
