### The prompts of the classroom component in Indonesian.
###
### Review: draft. No native speaker has reviewed this translation yet.
###
### A message's text is what the user is told. Its .description, where it has one, is what the developer is
### told; where it has none, the text says it. Its .action is the label of the button that does what the app
### must do next. ../codes.toml says which code shows which message.
###
### Register and punctuation: polite and plain; the user is "Anda" with a capital A, a text on a failure begins with
### "Gagal" or "Terjadi kesalahan". Signing in is "login", because "masuk" is also entering a room or a class.
### Sentence case, no end mark, ASCII parentheses with a space before them; quotation marks, if ever needed, are “ ”.
###
### Glossary, one term for one thing:
###   房间 = ruangan
###   超大房间 = ruangan besar
###   座位, 坐席 = kursi
###   座位号 = nomor kursi
###   成员 = anggota
###   用户 = pengguna
###   角色 = peran
###   属性 = atribut
###   配置 = konfigurasi
###   IM账户 = akun IM
###   音视频 = audio dan video (in a .description: RTC)
###   课堂 = kelas
###   登录 = login
###   登录页 = halaman login
###   服务 = layanan
###   错误码 = kode kesalahan

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
        [true] Silakan login ke IM terlebih dahulu
       *[false] Gagal login ke IM
    }
    .description = Kesalahan login IM

# The audio and video engine could not be set up.
# zh-CN: 音视频初始化失败
# zh-CN .description: rtc初始化错误
rtc-initialization-failed = Gagal memulai audio dan video
    .description = Kesalahan inisialisasi RTC

## Requests

# A parameter of the request is wrong.
# zh-CN: 参数错误
invalid-parameter = Parameter tidak valid

# Who the user is could not be confirmed. What the user may do is permission-denied.
# zh-CN: 认证失败
# zh-CN .description: 鉴权失败
authentication-failed = Gagal memverifikasi identitas Anda
    .description = Autentikasi gagal

# The user's role may not do this.
# zh-CN: 没有操作权限
permission-denied = Anda tidak memiliki izin untuk melakukan tindakan ini

# The request names an operation that there is not. It is not about a page.
# zh-CN: 没有该操作
operation-not-found = Tindakan ini tidak ditemukan

# The way in which something was requested is not supported.
# zh-CN: 方法不支持
method-not-supported = Metode ini tidak didukung

# Raised when a room is created with a number that is in use.
# zh-CN: 房间已存在
room-already-exists = Ruangan ini sudah ada

# The format of the data in the request is not supported.
# zh-CN: 数据格式不支持
data-format-not-supported = Format data ini tidak didukung

# Something failed inside the server.
# zh-CN: 服务器内部异常
internal-server-error = Terjadi kesalahan internal pada server

# Trying again later may help.
# zh-CN: 服务繁忙
service-busy = Layanan sedang sibuk

## Rooms, roles, members and seats

# The room was not ready for the operation.
# zh-CN: 服务出错了
service-error = Terjadi kesalahan pada layanan

# Raised on joining: this role has as many members as it is allowed. Each role has a limit of its own.
# zh-CN: 该角色人数超出限制
role-limit-reached = Jumlah anggota dengan peran ini sudah mencapai batas

# Raised on joining.
# zh-CN: 该角色未定义
role-not-defined = Peran ini belum didefinisikan

# No room with this number is open.
# zh-CN: 房间不存在
room-not-found = Ruangan tidak ditemukan

# Raised when a room is created: its configuration does not exist or cannot be used.
# zh-CN: 房间配置不存在
room-configuration-not-found = Konfigurasi ruangan tidak ditemukan

# A property of the room that may be set only once.
# zh-CN: 房间属性已存在
room-property-already-exists = Atribut ini sudah ada pada ruangan

# A property of one member that may be set only once.
# zh-CN: 成员属性已存在
member-property-already-exists = Atribut ini sudah ada pada anggota

# Large rooms only: the number given to a new seat is another seat's.
# zh-CN: 超大房间设置的座位号已经存在
seat-number-already-exists = Nomor kursi ini sudah ada di ruangan besar

# Large rooms only: every seat is taken.
# zh-CN: 超大房间座位已满
seats-full = Semua kursi di ruangan besar sudah terisi

# Large rooms only: this user sits somewhere already. It does not say that the seat is taken.
# zh-CN: 超大房间用户已入座
user-already-seated = Pengguna sudah menempati kursi di ruangan besar

# Large rooms only.
# zh-CN: 超大房间座位号不存在
seat-number-not-found = Nomor kursi ini tidak ada di ruangan besar

# More people do the same thing at once than are allowed to, such as two who share their screens.
# zh-CN: 人数超过限制
people-limit-exceeded = Jumlah pengguna yang melakukan tindakan ini secara bersamaan melebihi batas

# The configuration of the seats is wrong.
# zh-CN: 坐席配置不正确
invalid-seat-configuration = Konfigurasi kursi tidak valid

# The member that something was to be done to.
# zh-CN: 成员不存在
member-not-found = Anggota tidak ditemukan

## IM accounts

# An account for instant messaging could not be made for the user.
# zh-CN: 创建IM账户失败
im-account-creation-failed = Gagal membuat akun IM

# There is no such account for instant messaging.
# zh-CN: IM账户不存在
im-account-not-found = Akun IM tidak ditemukan

# The service for instant messaging failed.
# zh-CN: IM服务异常
im-service-error = Terjadi kesalahan pada layanan IM

# There is such an account for instant messaging already.
# zh-CN: IM账户已存在
im-account-already-exists = Akun IM ini sudah ada

## During a class

# The audio and video connection was lost, and with it the user has left the class. The text says both.
# zh-CN: 由于网络问题已经离开课堂
# zh-CN .description: 音视频断开连接
rtc-disconnected = Anda terputus dari kelas karena masalah jaringan
    .description = Koneksi RTC terputus

# The user was removed from the audio and video room because the account is used on another device. The app goes
# back to its sign-in page; .action is the button that takes the user there.
# zh-CN: 正在其他设备登录
# zh-CN .description: 收到本人退出房间通知，原因是被踢出音视频房间（要退到登录页）
# zh-CN .action: 返回登录页
signed-in-elsewhere = Akun Anda sedang digunakan di perangkat lain
    .description = Menerima pemberitahuan bahwa pengguna saat ini keluar dari ruangan karena dikeluarkan dari ruangan RTC (harus kembali ke halaman login)
    .action = Kembali ke halaman login

# The room was closed while the user was in it.
# zh-CN: 房间已关闭
room-closed = Ruangan telah ditutup

## Codes that are not in the table

# Shown for a code that this version does not know.
# Variables:
#   $code (String) - the code, as the component reported it.
# zh-CN: 出现未知错误（错误码 { $code }）
unknown-code = Terjadi kesalahan yang tidak diketahui (kode kesalahan: { $code })
