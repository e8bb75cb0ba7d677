four = 四
five = 五
six = 六
