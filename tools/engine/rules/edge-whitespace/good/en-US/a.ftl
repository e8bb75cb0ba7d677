one = The room{ " " }has been closed
two = All seats{ "" } are taken
three = The room{ $name ->
        [hall] { " " }of the hall{ " " }
       *[garden] { " " }of the garden{ " " }
    }is closed
unknown-code = Something went wrong
four = Similarity{ "   " }
five = Room
