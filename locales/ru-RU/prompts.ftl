### The prompts of the classroom component in Russian.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: polite вы, in lower case inside a sentence; full or nominal sentences, no end mark; a
### button says where it leads. Quotation marks, if ever needed, «ёлочки». Always write ё. IM and RTC stay in Latin
### letters, IM is masculine. For 音视频 a .description says RTC. A past tense must not give away the user's sex.
###
### Glossary, one term for one thing:
###   房间 = комната
###   超大房间 = большая комната
###   座位, 坐席 = место
###   座位号 = номер места
###   成员 = участник
###   用户 = пользователь
###   角色 = роль
###   属性 = свойство
###   配置 = конфигурация
###   IM账户 = учётная запись IM
###   音视频 = аудио- и видеосвязь
###   课堂 = занятие
###   登录 = вход, войти
###   登录页 = страница входа
###   服务 = сервис
###   错误码 = код ошибки (just код beside the word ошибка)

## Starting up

# Signing in to IM failed. When the component reuses the IM that the app has set up, the user has to
# sign in to IM first; otherwise the sign-in itself failed.
# Variables:
#   $im-reused (String) - "true" when the component reuses the app's IM, otherwise "false".
# zh-CN: { $im-reused ->
# zh-CN:     [true] 复用IM时，请先登录IM
# zh-CN:    *[false] IM登录失败
# zh-CN: }
# zh-CN .description: im登录错误
im-login-failed =
    { $im-reused ->
        [true] Сначала войдите в IM
       *[false] Не удалось войти в IM
    }
    .description = Ошибка входа в IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Не удалось запустить аудио- и видеосвязь
    .description = Ошибка инициализации RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Неверный параметр

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Не удалось подтвердить вашу личность
    .description = Ошибка аутентификации

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = У вас нет прав на выполнение этого действия

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Такого действия не существует

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Метод не поддерживается

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = Такая комната уже существует

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Формат данных не поддерживается

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Внутренняя ошибка сервера

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = Сервис сейчас перегружен

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Сбой в работе сервиса

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Достигнут лимит участников для этой роли

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Эта роль не определена

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = Комната не найдена

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = Конфигурация комнаты не найдена

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Это свойство комнаты уже задано

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Это свойство участника уже задано

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = В большой комнате уже есть место с таким номером

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Все места в большой комнате заняты

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = У пользователя уже есть место в большой комнате

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = В большой комнате нет места с таким номером

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Слишком много участников выполняют это действие одновременно

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = Неверная конфигурация мест

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Участник не найден

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Не удалось создать учётную запись IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = Учётная запись IM не найдена

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Сбой в работе сервиса IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = Учётная запись IM уже существует

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Вы были отключены от занятия из-за проблем с сетью
    .description = Соединение RTC прервано

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Ваша учётная запись используется на другом устройстве
    .description = Получено уведомление о выходе текущего пользователя из комнаты: он принудительно отключён от комнаты RTC (нужно вернуться на страницу входа)
    .action = На страницу входа

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = Комната закрыта

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Произошла неизвестная ошибка (код { $code })
