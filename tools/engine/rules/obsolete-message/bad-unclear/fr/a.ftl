# en: Free
seat = Libre
# en: Free
place = Gratuit
