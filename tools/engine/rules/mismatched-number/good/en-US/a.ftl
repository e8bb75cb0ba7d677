room-full = The room holds 1,000 people
seat-limit = There are at most three seats
see-help = See https://example.com/en-US/help
room-opens = The room opens in October with 100,000 seats
-room-size = 500
# Variables:
#   $kind (String) - "large" when the room is a large one.
most = { $kind ->
    [large] A large room holds many people
   *[other] A room holds { -room-size } people
}
unknown-code = Unknown error

class-times = The class is on 23.11.2026 at 10.30 pm, and you can join until November 20
repeated = The class takes place if there are 30 of you
checksum = The sum is of four bytes, and this is a <a data-name="page-10">link to the room</a>
factor = The limit is ten times as high, and valid for a year
hour = Class at { $hour } o’clock
version = Version 2 is needed, of December 31st
millions = At most 10 million people
