player = Silver Player
status = %time% - %sender%
filter = Bundle (*.bnd)
one = <b>:</b> <i class="very large">{ $time }</i>
power = { $time } kWh ({ $time } kg)
versus = { -silver } vs { -gold }
closed = ルームは閉じられました
slogan = Silver is the way to go
legal = 著作権は各所有者に帰属します
wrong = ここには何もありません
-silver = Silver
-gold = Gold
