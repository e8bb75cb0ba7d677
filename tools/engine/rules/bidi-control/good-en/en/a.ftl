shortcut = Shortcut: Ctrl A
name = Formula inside
