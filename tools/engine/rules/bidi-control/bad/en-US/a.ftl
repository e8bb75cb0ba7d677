one = 🙂 ‮The room { $name } is closed
two = ⁨All ‪seats⁩ are taken
three = Sign in{ "\u2068" } first
four = You may⁩ not do‬ this
unknown-code = Something went wrong
