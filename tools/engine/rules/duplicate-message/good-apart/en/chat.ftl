## Loaded by the chat window alone

-product-name = Kite Chat
    .case = plain
# $user (String) - the name of the account
status = { $user } is connected
    .title = Chat status
welcome = Welcome to { -product-name }
