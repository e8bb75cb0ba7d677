member = 成员{ $name }或{ $name-long }，又是{ $name }
member-left = { $member }离开了
    .title = 来自{ $room }
member-back = 回来了：{ $member }
seats = { $seats }个座位，{ $rooms }个房间
holder = 由{ $holder }持有：{ $country }{ $town }{ $street }{ $house }
