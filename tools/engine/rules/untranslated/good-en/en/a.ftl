mobile = Firefox for Android
about = Get Firefox on your Android phone
brand = Czkawka (Hiccup)
-full-name = Czkawka Hiccup
pdf = Pdf
print = Save as PDF
keys = Ctrl
more-keys = Alt + Shift
width = mm
# Variables:
#   $size (Number) - the height
height = { $size } in
closed = The room has been closed
