# Le catalogue des mouvements, en ligne de commande.
catalogue-name = Mouvement
catalogue-kind = Famille
catalogue-needs = Matériel
catalogue-level = Niveau
catalogue-id = Id
catalogue-nothing-needed = aucun
catalogue-count = { $count ->
    [one] 1 mouvement
   *[other] { $count } mouvements
}
catalogue-none = Aucun mouvement ne convient.
catalogue-aliases = Aussi appelé : { $names }
catalogue-equipment = Matériel : { $things }
catalogue-muscles = Muscles : { $names }
catalogue-counted = Se compte en { $measure }, environ { $seconds } s l’unité
catalogue-counted-each-side = Se compte en { $measure } par côté, environ { $seconds } s l’unité
catalogue-counted-in-time = Se compte en { $measure }
catalogue-counted-in-time-each-side = Se compte en { $measure } par côté
catalogue-hurt = À laisser si tu as mal ici : { $sites }
catalogue-hurt-nowhere = Ne charge ni genou, ni tendon d’Achille, ni tibia, ni dos, ni épaule douloureux
catalogue-cues = Comment faire
catalogue-mistakes = Erreurs fréquentes
catalogue-harder = Plus dur, quand c’est devenu facile
catalogue-easier-steps = Plus facile, du plus proche au plus loin : { $names }
catalogue-harder-steps = Plus dur, du plus proche au plus loin : { $names }
catalogue-way-down = Le chemin pour y arriver : { $names }
