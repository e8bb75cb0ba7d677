### The prompts of the classroom component in French.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: Addresses the user as "vous". A text is a short sentence, or "Impossible de" and an
### infinitive; a .description is a noun phrase. No end mark, typographic apostrophe (’), « » with no-break spaces if
### a quotation is ever needed. Say "personne" rather than "utilisateur", not gender-neutral. Keep IM and RTC.
###
### Glossary, one term for one thing:
###   房间 = salle
###   超大房间 = grande salle
###   座位, 坐席 = place
###   座位号 = numéro de place
###   成员 = membre
###   用户 = personne (in a .description: la personne connectée)
###   角色 = rôle
###   属性 = propriété
###   配置 = configuration
###   IM账户 = compte IM
###   音视频 = audio et vidéo (in a .description: RTC)
###   课堂 = cours
###   登录 = connexion à un compte, se connecter (the line that breaks is connexion au cours, connexion RTC)
###   登录页 = page de connexion
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
        [true] Connectez-vous d’abord à votre compte IM
       *[false] Impossible de vous connecter à votre compte IM
    }
    .description = Erreur de connexion au compte IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Impossible de démarrer l’audio et la vidéo
    .description = Erreur d’initialisation RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Un paramètre n’est pas valide

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Impossible de vérifier votre identité
    .description = Échec de l’authentification

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = Vous n’avez pas l’autorisation d’effectuer cette opération

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Cette opération n’existe pas

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Cette méthode n’est pas prise en charge

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = Cette salle existe déjà

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Ce format de données n’est pas pris en charge

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Une erreur interne s’est produite sur le serveur

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = Le service est momentanément surchargé

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Une erreur s’est produite au niveau du service

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Le nombre maximal de membres est atteint pour ce rôle

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Ce rôle n’est pas défini

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = Cette salle n’existe pas

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = La configuration de la salle n’existe pas

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Cette propriété de la salle existe déjà

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Cette propriété du membre existe déjà

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Ce numéro de place existe déjà dans la grande salle

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Toutes les places de la grande salle sont occupées

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Cette personne a déjà une place dans la grande salle

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Ce numéro de place n’existe pas dans la grande salle

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Trop de personnes effectuent cette opération en même temps

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = La configuration des places est incorrecte

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Ce membre n’existe pas

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Impossible de créer le compte IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = Ce compte IM n’existe pas

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Une erreur s’est produite au niveau du service IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = Ce compte IM existe déjà

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Vous n’êtes plus dans le cours en raison d’un problème réseau
    .description = Connexion RTC interrompue

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Votre compte est en cours d’utilisation sur un autre appareil
    .description = Notification de sortie de la salle : la personne connectée a été retirée de la salle RTC (retour à la page de connexion requis)
    .action = Retour à la page de connexion

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = La salle a été fermée

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Une erreur inconnue s’est produite (code { $code })
