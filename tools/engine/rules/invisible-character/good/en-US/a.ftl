one = The room has been closed 🏳️‍🌈
two = All seats are taken 1️⃣
three = The room of the city
four = Sign in first 🏴󠁧󠁢󠁳󠁣󠁴󠁿
unknown-code = Something went wrong
five = Sign-⁠in, and—⁠so on
