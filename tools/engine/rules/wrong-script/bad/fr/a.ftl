closed = La salle est закрыта
open = La salle est ouverte
locked = Un enseignant a verrouillé la salle
password = Saisissez votre mot de passe
escaped = La salle
unknown-code = Une erreur inconnue est survenue (code { $code })
