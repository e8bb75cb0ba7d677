player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = The room has been closed
slogan = Silver is the way to go
legal = Copyright of the respective owners
wrong = Nothing was found here
-silver = Silver
-gold = Gold
