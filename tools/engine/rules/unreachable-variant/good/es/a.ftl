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
mails =
    { $mails ->
        [one] Hasta { $mails } dirección
       *[other] Hasta { $mails } direcciones
    }
keys =
    { $keys ->
        [zero] Sin teclas
       *[other] { $keys }
    }
# The locale's own texts give it a case that the source does not have.
-team = { $case ->
        [upper] Equipo
        [del] del equipo
       *[lower] equipo
    }
team-left = Salida { -team(case: "del") }
hours = { $hours ->
        [one] Una hora
       *[other] { $hours } horas
    }
