warn = Quittez la salle</br>maintenant
