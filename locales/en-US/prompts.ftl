### The prompts of the classroom component in American English.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: sentences without an end mark, addressed to "you" where someone is addressed. No
### contractions, no exclamation marks, no apologies.
###
### Glossary, one term for one thing:
###   房间 = room
###   超大房间 = large room
###   座位, 坐席 = seat
###   座位号 = seat number
###   成员 = member
###   用户 = user
###   角色 = role
###   属性 = property
###   配置 = configuration
###   IM账户 = IM account
###   音视频 = audio and video (in a .description: RTC)
###   课堂 = class
###   登录 = sign in, sign-in
###   登录页 = sign-in page
###   服务 = service
###   错误码 = code

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
        [true] Sign in to IM first
       *[false] Could not sign in to IM
    }
    .description = IM sign-in error

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Could not start audio and video
    .description = RTC initialization error

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = A parameter is not valid

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Could not verify your identity
    .description = Authentication failed

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = You do not have permission to do this

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = This operation does not exist

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = This method is not supported

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = The room already exists

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = This data format is not supported

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = The server ran into an internal error

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = The service is busy

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = The service ran into an error

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = The member limit for this role has been reached

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = This role is not defined

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = The room does not exist

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = The room configuration does not exist

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = This room property already exists

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = This member property already exists

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = This seat number already exists in the large room

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Every seat in the large room is taken

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = The user already has a seat in the large room

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = This seat number does not exist in the large room

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Too many people are doing this at the same time

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = The seat configuration is not correct

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = The member does not exist

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Could not create the IM account

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = The IM account does not exist

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = The IM service ran into an error

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = The IM account already exists

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = You were disconnected from the class because of a network problem
    .description = RTC disconnected

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Your account is being used on another device
    .description = Notification that the current user left the room because they were removed from the RTC room (return to the sign-in page)
    .action = Back to sign-in

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = The room has been closed

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = An unknown error occurred (code { $code })
