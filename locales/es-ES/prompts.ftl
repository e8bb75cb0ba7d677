### The prompts of the classroom component in European Spanish.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: Addresses the user as "tú". A text is a short sentence, a .description a noun phrase, a
### button an infinitive. Perfect tense for what just happened (se ha…). No end mark; «» if a quotation is ever
### needed. Say "persona" rather than "usuario", which is not gender-neutral. Keep IM and RTC; "vídeo" has its accent.
###
### Glossary, one term for one thing:
###   房间 = sala
###   超大房间 = sala grande
###   座位, 坐席 = asiento
###   座位号 = número de asiento
###   成员 = miembro
###   用户 = persona (in a .description: la persona conectada)
###   角色 = rol
###   属性 = propiedad
###   配置 = configuración
###   IM账户 = cuenta de IM
###   音视频 = audio y vídeo (in a .description: RTC)
###   课堂 = clase
###   登录 = inicio de sesión, iniciar sesión
###   登录页 = página de inicio de sesión (on the button: inicio de sesión)
###   服务 = servicio
###   错误码 = código

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
        [true] Primero inicia sesión en IM
       *[false] No se ha podido iniciar sesión en IM
    }
    .description = Error de inicio de sesión en IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = No se han podido iniciar el audio y el vídeo
    .description = Error de inicialización de RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Algún parámetro no es válido

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = No se ha podido verificar tu identidad
    .description = Error de autenticación

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = No tienes permiso para realizar esta operación

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Esta operación no existe

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = No se admite este método

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = La sala ya existe

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = No se admite este formato de datos

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Se ha producido un error interno en el servidor

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = El servicio está saturado en este momento

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Se ha producido un error en el servicio

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Este rol ya no admite más miembros

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Este rol no está definido

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = La sala no existe

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = La configuración de la sala no existe

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Esta propiedad de la sala ya existe

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Esta propiedad del miembro ya existe

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Este número de asiento ya existe en la sala grande

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Todos los asientos de la sala grande están ocupados

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Esta persona ya tiene un asiento en la sala grande

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Este número de asiento no existe en la sala grande

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Hay demasiadas personas haciendo esto a la vez

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = La configuración de los asientos no es correcta

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Este miembro no existe

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = No se ha podido crear la cuenta de IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = La cuenta de IM no existe

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Se ha producido un error en el servicio de IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = La cuenta de IM ya existe

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Ya no estás en la clase por un problema de red
    .description = Pérdida de la conexión RTC

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Tu cuenta se está usando en otro dispositivo
    .description = Aviso de que el usuario actual ha salido de la sala porque se le ha expulsado de la sala RTC (hay que volver a la página de inicio de sesión)
    .action = Volver al inicio de sesión

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = La sala se ha cerrado

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Se ha producido un error desconocido (código { $code })
