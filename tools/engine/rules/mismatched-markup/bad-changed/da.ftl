help = Læs <a>hjælpen</a>
link = <a>Mere</a>
