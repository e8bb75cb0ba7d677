### The prompts of the classroom component in Brazilian Portuguese.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: Addresses the user as "você". A text is a short sentence, a .description a noun phrase,
### a button an infinitive. No end mark; curly double quotation marks if a quotation is ever needed. Say "pessoa"
### rather than "usuário", not gender-neutral, and "função" for a role, as most products do. Keep IM and RTC.
###
### Glossary, one term for one thing:
###   房间 = sala
###   超大房间 = sala grande
###   座位, 坐席 = assento
###   座位号 = número de assento
###   成员 = membro
###   用户 = pessoa (in a .description: a pessoa conectada)
###   角色 = função
###   属性 = propriedade
###   配置 = configuração
###   IM账户 = conta de IM
###   音视频 = áudio e vídeo (in a .description: RTC)
###   课堂 = aula
###   登录 = login, fazer login
###   登录页 = tela de login
###   服务 = serviço
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
        [true] Primeiro, faça login no IM
       *[false] Não foi possível fazer login no IM
    }
    .description = Erro de login no IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Não foi possível iniciar o áudio e o vídeo
    .description = Erro de inicialização do RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Um dos parâmetros é inválido

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Não foi possível verificar sua identidade
    .description = Falha na autenticação

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = Você não tem permissão para realizar esta operação

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Esta operação não existe

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Não há suporte para este método

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = A sala já existe

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Não há suporte para este formato de dados

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Ocorreu um erro interno no servidor

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = O serviço está sobrecarregado no momento

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Ocorreu um erro no serviço

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = O limite de membros com esta função foi atingido

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Esta função de membro não está definida

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = A sala não existe

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = A configuração da sala não existe

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Esta propriedade da sala já existe

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Esta propriedade do membro já existe

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Este número de assento já existe na sala grande

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Todos os assentos da sala grande estão ocupados

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Esta pessoa já tem um assento na sala grande

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Este número de assento não existe na sala grande

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Há pessoas demais realizando esta operação ao mesmo tempo

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = A configuração dos assentos está incorreta

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Este membro não existe

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Não foi possível criar a conta de IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = A conta de IM não existe

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Ocorreu um erro no serviço de IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = A conta de IM já existe

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Você não está mais na aula por causa de um problema de rede
    .description = Perda da conexão RTC

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Sua conta está sendo usada em outro dispositivo
    .description = Aviso de saída da sala: a pessoa conectada foi removida da sala RTC (é preciso voltar à tela de login)
    .action = Voltar à tela de login

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = A sala foi encerrada

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Ocorreu um erro desconhecido (código { $code })
