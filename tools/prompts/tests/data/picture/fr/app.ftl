# en: The room is full
room-full = La salle est pleine

# en: { $count ->
# en:     [one] One seat is left
# en:    *[other] { $count } seats are left
# en: }
seats-left = { $count ->
    [one] Il reste une place
   *[other] Il reste { $counts } places
}

# en: Please sign in again
sign-in-again = Veuillez vous reconnecter
