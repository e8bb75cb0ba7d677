battery-low = The battery is low
battery-empty = The battery is empty
    .description = The charge is below 2 %
    .action = Shut down
unknown-code = Something went wrong (code { $code })
