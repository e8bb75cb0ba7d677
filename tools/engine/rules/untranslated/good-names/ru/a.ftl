player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = Комната уже закрыта
slogan = Silver is the way to go
legal = Авторские права принадлежат владельцам
wrong = Здесь ничего не найдено
-silver = Silver
-gold = Gold
