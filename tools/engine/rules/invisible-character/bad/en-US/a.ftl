one = The 🙂 room is c­losed
two = All se‍ats are taken󠁁
three = Sign{ "\u2060" } in first
four = You️ may‎ not do this
five = The room is﻿ full
six = Your memberㅤship has ended
seven = An​​swer time​ is over
unknown-code = Something went wrong
