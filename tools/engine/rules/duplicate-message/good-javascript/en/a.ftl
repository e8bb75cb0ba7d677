-brand = Kite
# For pages that can't refer to a term
brand = { -brand }
hello = Hello from { brand }
