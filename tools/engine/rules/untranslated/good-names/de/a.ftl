player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = Der Raum wurde geschlossen
slogan = Silver is the way to go
legal = Copyright der jeweiligen Inhaber
wrong = Hier wurde nichts gefunden
-silver = Silver
-gold = Gold
