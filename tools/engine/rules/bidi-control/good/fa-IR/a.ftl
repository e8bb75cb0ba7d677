one = اتاق { $name } بسته شد
two = ‏همه صندلی‌ها پر است
unknown-code = خطایی رخ داد
