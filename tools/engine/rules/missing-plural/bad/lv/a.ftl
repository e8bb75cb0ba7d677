seats-left =
    { $seats ->
        [0] Nav brīvu vietu.
        [one] Brīva { $seats } vieta.
       *[other] Brīvas { $seats } vietas.
    }
members = Dalībnieki: { $members }.
queue = Tu esi { $place }. rindā.
two-rooms = Divas telpas
selected = Atlasīti faili: { $files }
