sale = Take 20% off today
crowd = More than 259,000 people were there
year = The first room was opened in 2017
decade = A song of the 1990s, or of the ‘80s
plan = Save with a 12-month plan
trial = The trial ends after 14 days
page = See https://en.example.com/en/rooms for more
other-page = Translate with us: https://translate.example.com/
count = At most 20 seats
group = The file has 10,000 lines
# Variables:
#   $seats (Number) - the seats
few = { $seats ->
    [one] A room with 175 desks has one seat
   *[other] A room with 175 desks has { $seats } seats
  }
