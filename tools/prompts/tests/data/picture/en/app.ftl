room-full = No seats are left

seats-left = { $count ->
    [one] One seat is left
   *[other] { $count } seats are left
}

sign-in-again = Please sign in again
