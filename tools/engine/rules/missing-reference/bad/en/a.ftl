-brand = Classroom
-company = Example
welcome = Welcome to { -brand }
both = { -brand } is by { -company }
help = Help
    .title = Read { help }
# Variables:
#   $count (Number) - the rooms
rooms =
    { $count ->
        [one] One room of { -brand }
       *[other] { $count } rooms
    } of { -company }
