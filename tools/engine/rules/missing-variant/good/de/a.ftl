left =
    { $by ->
        [system] Die Verbindung ging verloren.
        [teacher] Eine Lehrkraft hat Sie entfernt.
       *[anyone] Sie haben den Raum verlassen.
    }
    .detail =
        { $lock ->
           *[yes] Der Raum ist gesperrt.
            [no] Der Raum ist offen.
        }
closed = Der Raum wurde geschlossen ({ $by }).
seats =
    { $seats ->
        [one] Ein Platz ist frei.
       *[other] Freie Plätze: { $seats }.
    }
