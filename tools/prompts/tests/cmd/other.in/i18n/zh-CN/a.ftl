offline = 您已离线
unknown-code = 错误 { $code }
