help = Lees <a>de hulp</a>
link = <a>Meer</a>
