# zh-CN: { room-shut }，{ -product }
reason = { room-shut }, { -product }
# zh-CN: 课堂
-product = Classe
    .case = { room-shut.action }
