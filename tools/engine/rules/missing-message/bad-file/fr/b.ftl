# Rien pour le moment
