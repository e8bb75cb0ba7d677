one = A sala «MAÇÃ» está fechada
two = NÃO HÁ LUGARES
three = A sala { $name } está fechada
unknown-code = Ocorreu um erro
