help = Läs <a>hjälpen</a>
link = <a>Mer</a>
