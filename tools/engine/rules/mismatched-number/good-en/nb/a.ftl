sale = Få en femtedel rabatt i dag
crowd = Over 259 000 personer var der
year = Det første rommet åpnet i 2017
decade = En sang fra 90-tallet
plan = Spar med et årsabonnement
trial = Prøveperioden er over om to uker
page = Se https://en.example.com/en/rooms for mer
other-page = Oversett med oss: https://norsk.example.net/hjelp
count = Høyst tjue plasser
group = Fila har 10&thinsp;000 linjer
few = { $seats ->
    [one] Et rom med 175 pulter har en plass
   *[other] Et rom med 175 pulter har { $seats } plasser
  }
