## Members: $member is who it is.

# 成员 🙂 The comment names $name-long only, and name without its mark.
member = 🙂	Member { $name } or { $name-long }, again { $name }
member-left = { $member } left
    .title = From { $room }

##

member-back = Back: { $member }
seats =
    { $seats ->
        [one] One seat in { NUMBER($rooms) } rooms
       *[other] { $seats } seats in { NUMBER($rooms) } rooms
    }
# $holderr (String) - who holds the room, $house, $street, $town and $country - where it is
holder = { $holder } holds it in { $house }, { $street }, { $town }, { $country }
