help = Read the help
link = <a>More</a>
