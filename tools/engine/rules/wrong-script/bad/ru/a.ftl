closed = Комната закрыта
open = Комната открыта
locked = Комната: A teacher has locked the room
password = Введите пaроль
escaped = Комната { "غرفة" }
unknown-code = Неизвестная ошибка (код { $code })
