of = des Raums
label = Name:
colon = (Raum)
