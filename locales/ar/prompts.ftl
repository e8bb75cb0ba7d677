### The prompts of the classroom component in Arabic.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: Modern Standard, impersonal (تعذّر, تم, verbal nouns on buttons), no imperative; for
### "you" unvowelled ـك only (any gender). No end mark; Arabic ، and ؟, ASCII parentheses, «»; tanween before the
### alif (أولًا). IM and RTC in Latin letters; a .description says RTC for 音视频. Parameter is مُعامِل, never معلمة.
###
### Glossary, one term for one thing:
###   房间 = غرفة
###   超大房间 = غرفة كبيرة
###   座位, 坐席 = مقعد
###   座位号 = رقم المقعد
###   成员 = عضو
###   用户 = مستخدم
###   角色 = دور
###   属性 = خاصية
###   配置 = تكوين
###   IM账户 = حساب IM
###   音视频 = الصوت والفيديو
###   课堂 = الحصة الدراسية
###   登录 = تسجيل الدخول
###   登录页 = صفحة تسجيل الدخول
###   服务 = خدمة
###   错误码 = رمز الخطأ

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
        [true] يُرجى تسجيل الدخول إلى IM أولًا
       *[false] تعذّر تسجيل الدخول إلى IM
    }
    .description = خطأ في تسجيل الدخول إلى IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = تعذّرت تهيئة الصوت والفيديو
    .description = خطأ في تهيئة RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = أحد مُعامِلات الطلب غير صالح

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = تعذّر التحقق من هويتك
    .description = فشلت المصادقة

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = ليست لديك صلاحية تنفيذ هذه العملية

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = هذه العملية غير موجودة

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = هذه الطريقة غير مدعومة

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = الغرفة موجودة بالفعل

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = تنسيق البيانات غير مدعوم

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = حدث خطأ داخلي في الخادم

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = الخدمة مشغولة حاليًا

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = حدث خطأ في الخدمة

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = اكتمل عدد الأعضاء المسموح به لهذا الدور

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = هذا الدور غير مُعرَّف

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = الغرفة غير موجودة

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = تكوين الغرفة غير موجود

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = خاصية الغرفة هذه موجودة بالفعل

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = خاصية العضو هذه موجودة بالفعل

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = يوجد بالفعل مقعد بهذا الرقم في الغرفة الكبيرة

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = جميع مقاعد الغرفة الكبيرة مشغولة

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = لدى المستخدم مقعد بالفعل في الغرفة الكبيرة

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = لا يوجد مقعد بهذا الرقم في الغرفة الكبيرة

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = تجاوز عدد المستخدمين الذين ينفّذون هذه العملية في الوقت نفسه الحد المسموح به

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = تكوين المقاعد غير صحيح

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = العضو غير موجود

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = تعذّر إنشاء حساب IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = حساب IM غير موجود

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = حدث خطأ في خدمة IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = حساب IM موجود بالفعل

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = تم الخروج من الحصة الدراسية بسبب مشكلة في الشبكة
    .description = انقطع اتصال RTC

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = حسابك قيد الاستخدام على جهاز آخر
    .description = ورد إشعار بخروج المستخدم الحالي من الغرفة بسبب إخراجه من غرفة RTC (يجب الرجوع إلى صفحة تسجيل الدخول)
    .action = الرجوع إلى صفحة تسجيل الدخول

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = تم إغلاق الغرفة

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = حدث خطأ غير معروف (رمز الخطأ: { $code })
