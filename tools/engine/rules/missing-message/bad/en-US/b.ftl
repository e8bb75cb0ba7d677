# zh-CN: 六
# six =

four = Four
