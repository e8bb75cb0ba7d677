one = La salle « café… » est fermée
two = LE CAFÉ… EST COMPLET
three = La salle { $name } est fermée
unknown-code = Une erreur est survenue
