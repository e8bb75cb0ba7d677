one = 房间已关闭
two = 
    房间已关闭
    请稍后再试
unknown-code = 未知错误
