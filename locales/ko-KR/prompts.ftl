### The prompts of the classroom component in Korean.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: statements in 합니다 style, requests in -하세요, no pronoun for the user; descriptions end in
### a noun or a nominal -ㅁ (끊김, 수신함), the button label in -기. No end mark; ASCII colon and parentheses, no space
### before an opening parenthesis; the middle dot · in 음성·영상. IM takes the particles of 아이엠 (IM을, IM에).
###
### Glossary, one term for one thing:
###   房间 = 방
###   超大房间 = 대규모 방
###   座位, 坐席 = 좌석
###   座位号 = 좌석 번호
###   成员 = 멤버
###   用户 = 사용자
###   角色 = 역할
###   属性 = 속성
###   配置 = 설정
###   IM账户 = IM 계정
###   音视频 = 음성·영상 (in a .description: RTC)
###   课堂 = 수업
###   登录 = 로그인
###   登录页 = 로그인 화면
###   服务 = 서비스
###   错误码 = 오류 코드

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
        [true] 먼저 IM에 로그인하세요
       *[false] IM에 로그인하지 못했습니다
    }
    .description = IM 로그인 오류

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = 음성·영상 기능을 시작하지 못했습니다
    .description = RTC 초기화 오류

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = 매개변수가 올바르지 않습니다

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = 사용자 인증에 실패했습니다
    .description = 인증 오류

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = 이 작업을 수행할 권한이 없습니다

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = 존재하지 않는 작업입니다

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = 지원하지 않는 요청 방식입니다

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = 이미 존재하는 방입니다

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = 지원하지 않는 데이터 형식입니다

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = 서버 내부 오류가 발생했습니다

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = 현재 서비스가 혼잡합니다

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = 서비스에 오류가 발생했습니다

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = 이 역할의 정원이 찼습니다

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = 정의되지 않은 역할입니다

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = 존재하지 않는 방입니다

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = 방 설정이 존재하지 않습니다

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = 방 속성이 이미 존재합니다

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = 멤버 속성이 이미 존재합니다

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = 대규모 방에 이미 있는 좌석 번호입니다

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = 대규모 방의 좌석이 모두 찼습니다

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = 대규모 방에 이미 좌석이 있는 사용자입니다

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = 대규모 방에 없는 좌석 번호입니다

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = 이 작업을 동시에 할 수 있는 최대 인원을 초과했습니다

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = 좌석 설정이 올바르지 않습니다

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = 존재하지 않는 멤버입니다

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = IM 계정을 만들지 못했습니다

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = 존재하지 않는 IM 계정입니다

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = IM 서비스에 오류가 발생했습니다

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = 이미 존재하는 IM 계정입니다

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = 네트워크 문제로 연결이 끊겨 수업에서 나가게 되었습니다
    .description = RTC 연결 끊김

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = 다른 기기에서 이 계정을 사용 중입니다
    .description = RTC 방에서 강제 퇴장되어 로컬 사용자의 방 퇴장 알림을 수신함(로그인 화면으로 돌아가야 함)
    .action = 로그인 화면으로 돌아가기

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = 방이 종료되었습니다

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = 알 수 없는 오류가 발생했습니다(오류 코드: { $code })
