help = Leggi <a>la guida</a>
link = <a>Altro</a>
