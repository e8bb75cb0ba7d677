title = The help
by = By
disk = Disk #
list = Jane Doe, adviser, Example
ask = Your address?
