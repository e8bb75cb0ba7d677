host-left = 主持人离开了
room-closed = 房间关闭了
leads-in = 🙂	看{ self }
self = 自己{ third.title }
-one = 一{ second }
second = 二{ third }
third = 三{ -one }或{ second }
    .title = 标题{ self }
