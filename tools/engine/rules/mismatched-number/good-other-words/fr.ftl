choose = Prenez la bonne version
lost = Plus de pages introuvables
wiki = Voir https://fr.wikipedia.org/wiki/Salle
esr = Version 115
