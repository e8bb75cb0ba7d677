a = A-ca
