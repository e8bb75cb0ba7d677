about = 关于{ -vendor-name }
thanks = 感谢，{ -vendor-name }
licence = { -vendor-name }许可
