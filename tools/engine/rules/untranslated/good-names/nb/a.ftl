player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = Rommet er stengt nå
slogan = Silver is the way to go
legal = Opphavsretten til eierne
wrong = Ingenting ble funnet her
-silver = Silver
-gold = Gold
