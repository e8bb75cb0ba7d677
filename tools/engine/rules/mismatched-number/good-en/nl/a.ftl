sale = Vandaag een vijfde korting
crowd = Er waren meer dan 259.000 mensen
year = De eerste kamer is in 2017 geopend
decade = Een lied uit de jaren negentig
plan = Bespaar met een jaarabonnement
trial = De proefperiode eindigt na 2 weken
page = Zie https://nl.example.com/nl/rooms voor meer
other-page = Vertaal mee: https://translate.example.com/
count = Hooguit twintig stoelen
group = Het bestand heeft 10.000 regels
few = { $seats ->
    [one] Een kamer met 175 tafels heeft één stoel
   *[other] Een kamer met 175 tafels heeft { $seats } stoelen
  }
