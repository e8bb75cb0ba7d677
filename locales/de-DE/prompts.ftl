### The prompts of the classroom component in German.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: Addresses the user as "Sie". A text is a short sentence, a .description a noun phrase or
### a clause without its auxiliary. No end mark; „…“ if a quotation is ever needed. Say "Person" rather than
### "Benutzer", which is not gender-neutral. Keep IM and RTC, with a hyphen in compounds.
###
### Glossary, one term for one thing:
###   房间 = Raum
###   超大房间 = großer Raum
###   座位, 坐席 = Platz
###   座位号 = Platznummer
###   成员 = Mitglied
###   用户 = Person (in a .description: die angemeldete Person)
###   角色 = Rolle
###   属性 = Eigenschaft
###   配置 = Konfiguration
###   IM账户 = IM-Konto
###   音视频 = Audio und Video (in a .description: RTC)
###   课堂 = Unterricht
###   登录 = Anmeldung, sich anmelden
###   登录页 = Anmeldeseite
###   服务 = Dienst
###   错误码 = Fehlercode

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
        [true] Melden Sie sich zuerst bei IM an
       *[false] Die Anmeldung bei IM ist fehlgeschlagen
    }
    .description = Fehler bei der IM-Anmeldung

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Audio und Video konnten nicht gestartet werden
    .description = Fehler bei der RTC-Initialisierung

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Ein Parameter ist ungültig

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Ihre Identität konnte nicht bestätigt werden
    .description = Authentifizierung fehlgeschlagen

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = Sie sind nicht berechtigt, diese Aktion auszuführen

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Diese Aktion gibt es nicht

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Diese Methode wird nicht unterstützt

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = Diesen Raum gibt es bereits

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Dieses Datenformat wird nicht unterstützt

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Auf dem Server ist ein interner Fehler aufgetreten

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = Der Dienst ist derzeit überlastet

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Bei diesem Dienst ist ein Fehler aufgetreten

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Für diese Rolle ist die Höchstzahl an Mitgliedern erreicht

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Diese Rolle ist nicht definiert

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = Diesen Raum gibt es nicht

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = Diese Raumkonfiguration gibt es nicht

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Diese Raumeigenschaft gibt es bereits

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Diese Eigenschaft gibt es bei diesem Mitglied bereits

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Diese Platznummer gibt es im großen Raum bereits

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Alle Plätze im großen Raum sind belegt

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Diese Person hat im großen Raum bereits einen Platz

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Diese Platznummer gibt es im großen Raum nicht

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Zu viele Personen führen diese Aktion gleichzeitig aus

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = Die Platzkonfiguration ist fehlerhaft

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Dieses Mitglied gibt es nicht

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Das IM-Konto konnte nicht erstellt werden

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = Dieses IM-Konto gibt es nicht

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Beim IM-Dienst ist ein Fehler aufgetreten

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = Dieses IM-Konto gibt es bereits

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Wegen eines Netzwerkproblems sind Sie nicht mehr im Unterricht
    .description = RTC-Verbindung getrennt

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Ihr Konto wird auf einem anderen Gerät verwendet
    .description = Benachrichtigung, dass die angemeldete Person den Raum verlassen hat, weil sie aus dem RTC-Raum entfernt wurde (Rückkehr zur Anmeldeseite erforderlich)
    .action = Zurück zur Anmeldeseite

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = Der Raum wurde geschlossen

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Ein unbekannter Fehler ist aufgetreten (Fehlercode { $code })
