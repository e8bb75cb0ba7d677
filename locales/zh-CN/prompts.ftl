### The prompts of the classroom component in Simplified Chinese: the source of every translation.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### The component is a kit for classes: rooms with roles, members and seats. IM is instant messaging; keep the
### letters. A large room (超大房间) is a kind of room whose seats have numbers. Both 座位 and 坐席 are seats.

## Starting up

# Signing in to IM failed. When the component reuses the IM that the app has set up, the user has to
# sign in to IM first; otherwise the sign-in itself failed.
# Variables:
#   $im-reused (String) - "true" when the component reuses the app's IM, otherwise "false".
im-login-failed =
    { $im-reused ->
        [true] 复用IM时，请先登录IM
       *[false] IM登录失败
    }
    .description = im登录错误

# The audio and video engine could not be set up.
rtc-initialization-failed = 音视频初始化失败
    .description = rtc初始化错误

## Requests

# A parameter of the request is wrong.
invalid-parameter = 参数错误

# Who the user is could not be confirmed. What the user may do is permission-denied.
authentication-failed = 认证失败
    .description = 鉴权失败

# The user's role may not do this.
permission-denied = 没有操作权限

# The request names an operation that there is not. It is not about a page.
operation-not-found = 没有该操作

# The way in which something was requested is not supported.
method-not-supported = 方法不支持

# Raised when a room is created with a number that is in use.
room-already-exists = 房间已存在

# The format of the data in the request is not supported.
data-format-not-supported = 数据格式不支持

# Something failed inside the server.
internal-server-error = 服务器内部异常

# Trying again later may help.
service-busy = 服务繁忙

## Rooms, roles, members and seats

# The room was not ready for the operation.
service-error = 服务出错了

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
role-limit-reached = 该角色人数超出限制

# Raised on joining.
role-not-defined = 该角色未定义

# No room with this number is open.
room-not-found = 房间不存在

# Raised when a room is created: its configuration does not exist or cannot be used.
room-configuration-not-found = 房间配置不存在

# A property of the room that may be set only once.
room-property-already-exists = 房间属性已存在

# A property of one member that may be set only once.
member-property-already-exists = 成员属性已存在

# Large rooms only: the number given to a new seat is another seat's.
seat-number-already-exists = 超大房间设置的座位号已经存在

# Large rooms only: every seat is taken.
seats-full = 超大房间座位已满

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
user-already-seated = 超大房间用户已入座

# Large rooms only.
seat-number-not-found = 超大房间座位号不存在

# More people do the same thing at once than are allowed to, such as two who share their screens.
people-limit-exceeded = 人数超过限制

# The configuration of the seats is wrong.
invalid-seat-configuration = 坐席配置不正确

# The member that something was to be done to.
member-not-found = 成员不存在

## IM accounts

# An account for instant messaging could not be made for the user.
im-account-creation-failed = 创建IM账户失败

# There is no such account for instant messaging.
im-account-not-found = IM账户不存在

# The service for instant messaging failed.
im-service-error = IM服务异常

# There is such an account for instant messaging already.
im-account-already-exists = IM账户已存在

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
rtc-disconnected = 由于网络问题已经离开课堂
    .description = 音视频断开连接

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
signed-in-elsewhere = 正在其他设备登录
    .description = 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
    .action = 返回登录页

# The room was closed while the user was in it.
room-closed = 房间已关闭

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
unknown-code = 出现未知错误（错误码 { $code }）
