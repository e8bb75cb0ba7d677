### English.
###
### Review: draft.

# zh-CN: 房间没有
room-not-found = The room does not exist

# allow(punctuation): a title
# reviewed(0badc0de): Ann, 2026-11-20
# zh-CN: 房间已关闭
# zh-CN .action: 返回
room-closed = The room is closed
    .action = Back

unknown-code = Something went wrong
