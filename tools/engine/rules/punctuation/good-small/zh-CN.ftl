title = 帮助
by = 作者
disk = 磁盘
list = Jane Doe, 高级顾问, Example
ask = 你的地址？
