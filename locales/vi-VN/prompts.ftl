### The prompts of the classroom component in Vietnamese.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: polite and plain; the user is "bạn", a request begins with "vui lòng", what could not be
### done with "Không thể". Sentence case, no end mark, ASCII parentheses after a space; quotation marks, if any, “ ”.
### Precomposed letters (NFC). Seat number is never "số chỗ ngồi", which is how many seats there are.
###
### Glossary, one term for one thing:
###   房间 = phòng
###   超大房间 = phòng lớn
###   座位, 坐席 = chỗ ngồi
###   座位号 = số của chỗ ngồi (in a text: chỗ ngồi mang số này)
###   成员 = thành viên
###   用户 = người dùng
###   角色 = vai trò
###   属性 = thuộc tính
###   配置 = cấu hình
###   IM账户 = tài khoản IM
###   音视频 = âm thanh và video (in a .description: RTC)
###   课堂 = lớp học
###   登录 = đăng nhập
###   登录页 = trang đăng nhập
###   服务 = dịch vụ
###   错误码 = mã lỗi

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
        [true] Vui lòng đăng nhập IM trước
       *[false] Không thể đăng nhập IM
    }
    .description = Lỗi đăng nhập IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Không thể khởi tạo âm thanh và video
    .description = Lỗi khởi tạo RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Tham số không hợp lệ

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Không thể xác minh danh tính của bạn
    .description = Xác thực không thành công

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = Bạn không có quyền thực hiện thao tác này

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Thao tác này không tồn tại

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Phương thức này không được hỗ trợ

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = Phòng này đã tồn tại

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Định dạng dữ liệu này không được hỗ trợ

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Máy chủ gặp lỗi nội bộ

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = Dịch vụ đang bận

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Dịch vụ gặp lỗi

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Vai trò này đã đủ số thành viên cho phép

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Vai trò này chưa được định nghĩa

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = Phòng này không tồn tại

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = Cấu hình phòng không tồn tại

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Thuộc tính này của phòng đã tồn tại

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Thuộc tính này của thành viên đã tồn tại

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Trong phòng lớn đã có chỗ ngồi mang số này

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Phòng lớn đã hết chỗ ngồi

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Người dùng đã có chỗ ngồi trong phòng lớn

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Trong phòng lớn không có chỗ ngồi mang số này

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Có quá nhiều người thực hiện thao tác này cùng lúc

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = Cấu hình chỗ ngồi không đúng

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Thành viên này không tồn tại

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Không thể tạo tài khoản IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = Tài khoản IM này không tồn tại

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Dịch vụ IM gặp lỗi

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = Tài khoản IM này đã tồn tại

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Bạn đã bị ngắt kết nối khỏi lớp học do sự cố mạng
    .description = Mất kết nối RTC

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Tài khoản của bạn đang được sử dụng trên thiết bị khác
    .description = Nhận được thông báo người dùng hiện tại đã rời khỏi phòng do bị đưa ra khỏi phòng RTC (cần quay về trang đăng nhập)
    .action = Về trang đăng nhập

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = Phòng đã đóng

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Đã xảy ra lỗi không xác định (mã lỗi: { $code })
