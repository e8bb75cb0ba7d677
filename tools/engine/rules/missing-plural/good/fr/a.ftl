seats-left =
    { $seats ->
        [one] { $seats } place est libre.
       *[other] { $seats } places sont libres.
    }
only-default =
    { $members ->
        [0] Personne n’est ici.
        [1] Un membre est ici.
       *[other] { $members } membres sont ici.
    }
queue =
    { NUMBER($place, type: "ordinal") ->
        [one] Vous êtes { $place }er.
       *[other] Vous êtes { $place }e.
    }
rooms =
    { $count ->
        [one] Une salle est ouverte.
       *[more] Des salles sont ouvertes.
    }
two-rooms = Deux salles
cards =
    { $cards ->
        [one] { $cards } carte
       *[other] { $cards } cartes
    }
files =
    { $files ->
        [one] { $files } fichier
       *[other] { $files } fichiers
    }
addresses =
    { $limit ->
       *[other] Jusqu’à { $limit } adresses
    }
delete =
    { $chosen ->
        [1] Supprimer le fichier
       *[other] Supprimer les fichiers
    }
