ago =
    { $hours ->
        [one] Před 1 hodinou
       *[other] Před { $hours } hodinami
    }
