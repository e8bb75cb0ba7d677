link = <strong>Verlassen</strong> oder <A HREF="{ $url }">die Hilfe</A> lesen.<br>Bitte!<br/>
link-again = Lies <a href="{ $url }">die Hilfe</a>
less = a < b, <3, <Datei> und <name@example.com>
list = <ul><li>Eins</li><li>Zwei</li></ul>
once = Drücke <b>Strg</b> und <b>C</b> zum Kopieren
brand = Ein <span>Test</span> &lt;
literal = <b>Fett</b>
variant =
    { $seats ->
        [one] <b>Ein</b> Platz
       *[other] <b>{ $seats }</b> Plätze
    }
refers = <em>Drücken</em>
