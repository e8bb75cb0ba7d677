### Review: draft.

# A note of the translator.
# en: The room is closed
# en .action: Go home
room-closed = Комната закрыта
    .action = Домой

# en: { $count ->
# en:     [one] One seat is left
# en:    *[other] { $count } seats are left
# en: }
seats-left =
    { $count ->
        [one] Осталось { $count } место
        [few] Осталось { $count } места
       *[other] Осталось { $count } мест
    }

# en: Class
# en .gender: neuter
-brand = Класс
    .gender = masculine

# en: @everyone
at = @всем

# en: Welcome to { -brand }
# brand =
