player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = Кімнату вже закрито
slogan = Silver is the way to go
legal = Авторські права належать власникам
wrong = Тут нічого не знайдено
-silver = Silver
-gold = Gold
