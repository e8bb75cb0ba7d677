room-full = 満席です

seats-left = 残り{ $count }席です.

sign-in-again = もう一度サインインしてください
