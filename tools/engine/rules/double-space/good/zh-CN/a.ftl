one = 房间已关闭
two = 
    房间已关闭
    请稍后再试
# Variables:
#   $name (String) - the name of the room
three = 房间 { $name } 已关闭
unknown-code = 未知错误
four =
    房间    状态
    大厅  已关闭   花园
five = 用法 (usage):  prompts  check  --dir
six = 见 Room 1.  请稍后再试
