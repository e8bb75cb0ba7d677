files = { $amount ->
    [0] { "" }
    [one] Noch eine Datei
   *[other] Noch { $amount } Dateien
}
gap = { "" }
label = { "" }
    .placeholder = Suchen
