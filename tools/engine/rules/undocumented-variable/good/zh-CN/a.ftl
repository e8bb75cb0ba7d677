-greet = 你好{ $case }
member = 成员{ $name }或{ $name-long }
member-left = { $member }离开了{ $room }
member-back = 回来了：{ member }
failed = 失败（{ $details }，{ $size }）
closed = { $by }已关闭：{ $reason }
link = 请阅读<a href="{ $url }" { $more }>规则</a>
rules = { $house } 的规则
