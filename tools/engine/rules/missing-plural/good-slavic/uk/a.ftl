# The number is in a case that has one form for two and for five.
in-notes =
    { $count ->
        [one] У { $count } нотатці
       *[other] У { $count } нотатках
    }
for-cards =
    { $count ->
        [one] Для { $count } нової картки
       *[other] Для { $count } нових карток
    }
wait =
    { $minutes ->
        [one] Чекайте { $minutes } хвилину
        [few] Чекайте { $minutes } хвилини
       *[many] Чекайте { $minutes } хвилин
    }
of-tries = Одне з повторень: { $tries }
