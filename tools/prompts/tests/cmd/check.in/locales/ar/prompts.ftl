unknown-code = خطأ { $code }

room-not-found = الغرفة غير موجودة
room-closed = أُغلقت الغرفة
room-locked = الغرفة مقفلة
seat-taken = يجلس { $name } هناك
