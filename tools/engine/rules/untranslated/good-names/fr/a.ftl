player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = La salle a été fermée
slogan = Silver is the way to go
legal = Copyright des propriétaires respectifs
wrong = Rien n’a été trouvé ici
-silver = Silver
-gold = Gold
