### The prompts of the classroom component in Japanese.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: です・ます sentences without a pronoun for the user; descriptions and the button label
### are plain (noun or dictionary form). No end mark; full-width 、：（） and the middle dot ・. No space between
### scripts (IMアカウント). Long vowels keep ー (ユーザー, サーバー, メンバー); すでに in kana.
###
### Glossary, one term for one thing:
###   房间 = ルーム
###   超大房间 = 大規模ルーム
###   座位, 坐席 = 座席
###   座位号 = 座席番号
###   成员 = メンバー
###   用户 = ユーザー
###   角色 = 役割
###   属性 = 属性
###   配置 = 設定
###   IM账户 = IMアカウント
###   音视频 = 音声・映像 (in a .description: RTC)
###   课堂 = 授業
###   登录 = ログイン
###   登录页 = ログイン画面
###   服务 = サービス
###   错误码 = エラーコード

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
        [true] 先にIMにログインしてください
       *[false] IMにログインできませんでした
    }
    .description = IMログインエラー

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = 音声・映像機能を起動できませんでした
    .description = RTC初期化エラー

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = パラメーターが正しくありません

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = 認証できませんでした
    .description = 認証エラー

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = この操作を行う権限がありません

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = 該当する操作が見つかりません

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = このメソッドには対応していません

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = このルームはすでに存在します

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = このデータ形式には対応していません

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = サーバー内部でエラーが発生しました

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = サービスが混み合っています

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = サービスでエラーが発生しました

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = この役割の人数が上限に達しています

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = この役割は定義されていません

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = ルームが見つかりません

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = ルームの設定が見つかりません

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = このルーム属性はすでに存在します

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = このメンバー属性はすでに存在します

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = この座席番号は大規模ルームにすでに存在します

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = 大規模ルームは満席です

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = このユーザーは大規模ルームですでに着席しています

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = この座席番号は大規模ルームにありません

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = この操作を同時に行える人数の上限を超えています

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = 座席の設定が正しくありません

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = メンバーが見つかりません

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = IMアカウントを作成できませんでした

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = IMアカウントが見つかりません

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = IMサービスでエラーが発生しました

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = このIMアカウントはすでに存在します

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = ネットワークの問題により、授業から切断されました
    .description = RTC接続の切断

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = このアカウントは別のデバイスで使用されています
    .description = RTCルームから強制退出となり、ローカルユーザーのルーム退出通知を受信（ログイン画面へ戻す必要あり）
    .action = ログイン画面に戻る

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = ルームが終了しました

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = 不明なエラーが発生しました（エラーコード：{ $code }）
