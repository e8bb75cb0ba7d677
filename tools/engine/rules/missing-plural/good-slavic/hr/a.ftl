# Two and five have the same form.
wait =
    { $minutes ->
        [one] Pričekajte { $minutes } minut
       *[other] Pričekajte { $minutes } minuta
    }
of-tries = Jedno od { $tries } ponavljanja
in-notes = Bilješke: { $count }
for-cards = Nove kartice: { $count }
