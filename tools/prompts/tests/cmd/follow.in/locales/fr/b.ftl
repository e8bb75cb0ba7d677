# zh-CN: { room-closed }，{ -brand }
reason = { room-closed }, { -brand }
# zh-CN: 课堂
-brand = Classe
    .case = { room-closed.action }
