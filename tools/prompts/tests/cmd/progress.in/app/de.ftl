# en: Save
# en .tooltip: Keep your work
save = Speichern
    .tooltip = Arbeit sichern
# en: Quit
quit = Beenden
