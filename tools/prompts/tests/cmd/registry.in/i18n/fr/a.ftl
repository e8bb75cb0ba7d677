### Review: draft. No native speaker has reviewed this translation yet.

room-shut = La salle est fermée
    .action = Partir
paper-jam = Bourrage papier
unknown-code = Erreur { $code }
