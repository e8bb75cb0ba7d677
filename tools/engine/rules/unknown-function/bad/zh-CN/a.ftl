seats-left = 🙂	剩余座位：{ DATETIME($seats, month: "long") }
seats-all = 座位：{ NUMBER($seats, notation: "compact") }
seats-none = 没有座位：{ NUMBER($seats) }

rename = 重命名{ LOWER($room) }
seats-many = { NUMBER() }个座位：{ $seats }
