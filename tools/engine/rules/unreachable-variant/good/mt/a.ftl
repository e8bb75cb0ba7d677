seats-left =
    { $seats ->
        [one] Post wieħed.
        [two] Żewġ postijiet.
        [few] { $seats } postijiet.
        [many] { $seats } post.
       *[other] { $seats } post.
    }
queue = Numru { $place }.
role =
    { $role ->
        [teacher] Int għalaqt il-post.
       *[other] Il-post ingħalaq.
    }
rooms =
    { $count ->
        [one] Kamra miftuħa.
       *[more] Kmamar miftuħa.
    }
files = Fajls: { $files }
mails = Sa { $mails } indirizzi
keys =
    { $keys ->
        [zero] L-ebda tast
       *[other] { $keys }
    }
-team = it-tim
team-left = { -team } telaq
hours = Sigħat: { $hours }
