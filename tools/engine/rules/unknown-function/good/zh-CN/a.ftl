seats-left = 剩余座位：{ NUMBER($seats, style: "decimal") }
seats-all = 座位：{ NUMBER($seats) }
