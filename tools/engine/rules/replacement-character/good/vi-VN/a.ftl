one = Phòng đã đóng
two = Hết chỗ ngồi
three = Phòng { $name } đã đóng
unknown-code = Đã xảy ra lỗi
