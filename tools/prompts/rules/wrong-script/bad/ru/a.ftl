closed = Комната закрыта
open = Комната открыта
locked = Комната: A teacher has locked the room
unknown-code = Неизвестная ошибка (код { $code })
