# en: Save
# en .tooltip: Keep it
save = Opslaan
    .tooltip = Bewaren
# en: Leave
quit =
    .tooltip = Tot ziens
