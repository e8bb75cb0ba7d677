### The prompts of the classroom component in Traditional Chinese (Taiwan).
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: polite and plain, 您 where a pronoun is needed, else none; 此 for "this". Taiwan's
### wording, not converted characters. No end mark; full-width ，：（）. A space between Chinese characters and Latin
### letters or digits (IM 帳號), none beside full-width marks. Descriptions are technical phrases without 您.
###
### Glossary, one term for one thing:
###   房间 = 房間
###   超大房间 = 大型房間
###   座位, 坐席 = 座位
###   座位号 = 座位編號
###   成员 = 成員
###   用户 = 使用者
###   角色 = 角色
###   属性 = 屬性
###   配置 = 設定
###   IM账户 = IM 帳號
###   音视频 = 音訊與視訊 (in a .description: RTC)
###   课堂 = 課堂
###   登录 = 登入
###   登录页 = 登入頁面
###   服务 = 服務
###   错误码 = 錯誤代碼

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
        [true] 請先登入 IM
       *[false] IM 登入失敗
    }
    .description = IM 登入錯誤

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = 無法啟動音訊與視訊功能
    .description = RTC 初始化錯誤

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = 參數錯誤

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = 無法驗證您的身分
    .description = 身分驗證失敗

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = 您沒有執行此操作的權限

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = 此操作不存在

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = 不支援此方法

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = 房間已存在

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = 不支援此資料格式

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = 伺服器發生內部錯誤

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = 服務忙碌中

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = 服務發生錯誤

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = 此角色的人數已達上限

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = 此角色未定義

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = 房間不存在

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = 房間設定不存在

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = 此房間屬性已存在

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = 此成員屬性已存在

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = 大型房間中已有此座位編號

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = 大型房間的座位已滿

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = 此使用者在大型房間中已有座位

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = 大型房間中沒有此座位編號

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = 同時執行此操作的人數已超過上限

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = 座位設定不正確

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = 成員不存在

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = 無法建立 IM 帳號

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = IM 帳號不存在

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = IM 服務發生錯誤

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = IM 帳號已存在

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = 由於網路問題，您已離開課堂
    .description = RTC 連線中斷

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = 您的帳號已在其他裝置上登入
    .description = 收到目前使用者離開房間的通知，原因是被移出 RTC 房間（須返回登入頁面）
    .action = 返回登入頁面

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = 房間已關閉

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = 發生未知錯誤（錯誤代碼：{ $code }）
