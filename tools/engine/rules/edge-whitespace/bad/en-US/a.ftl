one = { " " }The room has been closed
two = All 🙂 seats are taken{ " " }
three = The room{ $name ->
        [hall] { " " }of the hall{ "\u00A0" }
       *[garden] { " " }of the garden
    }
four = { "" } Sign in first 
unknown-code = Something went wrong
