-product-name = Kite Chat
    .case = plain
status = { $user } ist verbunden
    .title = Status des Chats
welcome =
    { -product-name.case ->
        [plain] Willkommen bei { -product-name }
       *[other] Willkommen
    }
