seats-left = Il reste { $seats } places.
members =
    { $members ->
       *[other] { $members } membres sont ici.
    }
queue = Votre place : { $place }.
two-rooms = Deux salles
selected = { NUMBER($files) } fichiers sélectionnés
