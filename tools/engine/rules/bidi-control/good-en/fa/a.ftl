shortcut = میان‌بُر: ‪Ctrl A
name = ‫Formula درون خطی
