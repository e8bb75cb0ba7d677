help = Lisez <a>l’aide</a>
link = <a>Plus</a>
