# A tray has no paper.
# $tray (String): the name of the tray.
paper-empty = { $tray } is out of paper
    .action = Add paper

# Pages of a job could not be printed.
# $count (Number): how many.
pages-skipped =
    { $count ->
        [one] { $count } page was skipped
       *[other] { $count } pages were skipped
    }

# The cover of the printer is open.
cover-open = The cover is open

# Shown for codes that are not in codes.toml.
unknown-code = Printer error { $code }
