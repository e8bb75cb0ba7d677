### The prompts of the classroom component in Thai.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: polite and neutral, without ครับ or ค่ะ; the user is คุณ, a request begins with โปรด,
### what could not be done ends with ไม่สำเร็จ. No end mark and no comma: a space parts clauses, and stands between
### Thai and Latin letters. ASCII parentheses with a space before them; quotation marks, if ever needed, are “ ”.
###
### Glossary, one term for one thing:
###   房间 = ห้อง
###   超大房间 = ห้องขนาดใหญ่
###   座位, 坐席 = ที่นั่ง
###   座位号 = หมายเลขที่นั่ง
###   成员 = สมาชิก
###   用户 = ผู้ใช้
###   角色 = บทบาท
###   属性 = แอตทริบิวต์ (คุณสมบัติ of a person is a qualification)
###   配置 = การกำหนดค่า
###   IM账户 = บัญชี IM
###   音视频 = เสียงและวิดีโอ (in a .description: RTC)
###   课堂 = ชั้นเรียน
###   登录 = เข้าสู่ระบบ
###   登录页 = หน้าเข้าสู่ระบบ
###   服务 = บริการ
###   错误码 = รหัสข้อผิดพลาด

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
        [true] โปรดเข้าสู่ระบบ IM ก่อน
       *[false] เข้าสู่ระบบ IM ไม่สำเร็จ
    }
    .description = ข้อผิดพลาดในการเข้าสู่ระบบ IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = เริ่มระบบเสียงและวิดีโอไม่สำเร็จ
    .description = ข้อผิดพลาดในการเริ่มต้น RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = พารามิเตอร์ไม่ถูกต้อง

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = ยืนยันตัวตนของคุณไม่สำเร็จ
    .description = การยืนยันตัวตนไม่สำเร็จ

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = คุณไม่มีสิทธิ์ดำเนินการนี้

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = ไม่พบการดำเนินการนี้

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = ไม่รองรับวิธีการนี้

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = มีห้องนี้อยู่แล้ว

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = ไม่รองรับรูปแบบข้อมูลนี้

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = เกิดข้อผิดพลาดภายในเซิร์ฟเวอร์

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = ขณะนี้บริการไม่ว่าง

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = บริการขัดข้อง

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = บทบาทนี้มีสมาชิกเต็มจำนวนแล้ว

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = บทบาทนี้ยังไม่ได้กำหนดไว้ในระบบ

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = ไม่พบห้องนี้

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = ไม่พบการกำหนดค่าของห้อง

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = ห้องมีแอตทริบิวต์นี้อยู่แล้ว

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = สมาชิกมีแอตทริบิวต์นี้อยู่แล้ว

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = มีหมายเลขที่นั่งนี้ในห้องขนาดใหญ่อยู่แล้ว

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = ที่นั่งในห้องขนาดใหญ่เต็มแล้ว

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = ผู้ใช้มีที่นั่งในห้องขนาดใหญ่อยู่แล้ว

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = ไม่พบหมายเลขที่นั่งนี้ในห้องขนาดใหญ่

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = มีผู้ใช้ดำเนินการนี้พร้อมกันเกินจำนวนที่กำหนด

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = การกำหนดค่าที่นั่งไม่ถูกต้อง

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = ไม่พบสมาชิกรายนี้

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = สร้างบัญชี IM ไม่สำเร็จ

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = ไม่พบบัญชี IM นี้

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = บริการ IM ขัดข้อง

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = มีบัญชี IM นี้อยู่แล้ว

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = คุณหลุดออกจากชั้นเรียนเนื่องจากเครือข่ายมีปัญหา
    .description = ขาดการเชื่อมต่อ RTC

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = บัญชีของคุณกำลังถูกใช้งานบนอุปกรณ์อื่น
    .description = ได้รับแจ้งว่าผู้ใช้ปัจจุบันออกจากห้องเนื่องจากถูกนำออกจากห้อง RTC (ต้องกลับไปที่หน้าเข้าสู่ระบบ)
    .action = กลับไปที่หน้าเข้าสู่ระบบ

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = ห้องปิดแล้ว

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = เกิดข้อผิดพลาดที่ไม่ทราบสาเหตุ (รหัสข้อผิดพลาด: { $code })
