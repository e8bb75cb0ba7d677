closed = La sala se ha cerrado
    .description = El profesor 🙂 ha cerrado la sala
members = { $name } ha salido de la sala
state =
    { $open ->
        [yes] La sala está abierta
       *[no] Ha terminado
    }
unknown-code = Un error desconocido (código { $code })
