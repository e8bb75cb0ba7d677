one = Phòng đã đóng
two = Hết chỗ ngồi
three = Hãy đăng nhập trước
unknown-code = Đã xảy ra lỗi
four = Hãy thử lại sau
