# en: Save
save = Speichern
