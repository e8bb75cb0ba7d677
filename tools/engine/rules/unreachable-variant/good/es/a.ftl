seats-left =
    { $seats ->
        [one] Queda una plaza.
        [many] Quedan { $seats } de plazas.
       *[other] Quedan { $seats } plazas.
    }
queue = Eres el número { $place }.
role =
    { $role ->
        [teacher] Has cerrado la plaza.
       *[other] Se ha cerrado la plaza.
    }
rooms =
    { $count ->
        [one] Hay una sala abierta.
       *[more] Hay salas abiertas.
    }
files =
    { $files ->
        [one] Un archivo
       *[other] { $files } archivos
    }
