# Score de risque de blessure : niveau, raison de chaque facteur, ce qu'il faut faire
risk-level-green = Risque faible
risk-level-yellow = Risque modéré
risk-level-red = Risque élevé

risk-volume-spike = Hausse de volume
risk-volume-spike-fine = { $km } cette semaine contre { $before } la semaine dernière ({ $percent } %) : la hausse reste sous 10 %.
risk-volume-spike-high = { $km } cette semaine contre { $before } la semaine dernière : + { $percent } %, au-delà de 10 % le corps suit mal.
risk-volume-spike-unknown = Pas de kilomètres la semaine dernière : rien à comparer.
risk-volume-spike-from-zero = { $km } cette semaine après une semaine sans courir : le corps a perdu l’habitude.
risk-volume-spike-do-from-zero = Reprends à la moitié de ton volume habituel, en footing facile seulement, et remonte la semaine d’après.
risk-volume-spike-do = Ramène la semaine à { $target } au plus : raccourcis d’abord les footings faciles.

risk-intensity = Part de séances intenses
risk-intensity-fine = Séances intenses cette semaine : { $hard } sur { $sessions } ({ $percent } %), au plus 20 % c’est bien.
risk-intensity-high = Séances intenses cette semaine : { $hard } sur { $sessions } ({ $percent } %), plus que les 20 % conseillés.
risk-intensity-do = { $allowed ->
    [one] Garde une seule séance intense cette semaine et remplace les autres par un footing facile.
   *[other] Garde { $allowed } séances intenses cette semaine et remplace les autres par un footing facile.
}

risk-fatigue = Fatigue moyenne
risk-fatigue-fine = Tu te sens en forme : fatigue moyenne { $mean } sur 3.
risk-fatigue-high = Fatigue moyenne { $mean } sur 3 { $count ->
    [one] au dernier check-in
   *[other] sur tes { $count } derniers check-ins
}.
risk-fatigue-unknown = Pas encore de check-in : réponds le matin pour que ta fatigue compte.
risk-fatigue-do = Allège les deux prochains jours : un jour de repos, puis un footing facile, et couche-toi plus tôt.

risk-strength = Renforcement musculaire
risk-strength-fine = { $count ->
    [one] Une séance de renforcement
   *[other] { $count } séances de renforcement
} sur { $days } jours.
risk-strength-high = Aucun renforcement depuis { $days } jours.
risk-strength-do = Ajoute 15 minutes de renforcement après un footing facile cette semaine : mollets, fessiers, gainage.

risk-rest-days = Jours de repos
risk-rest-days-fine = { $days } jours de repos cette semaine : c’est assez.
risk-rest-days-high = { $days ->
    [0] Aucun jour de repos cette semaine, il en faut deux.
   *[other] Un seul jour de repos cette semaine, il en faut deux.
}
risk-rest-days-do = { $days ->
    [0] Remplace deux footings faciles par deux jours de repos complet.
   *[other] Remplace un footing facile par un deuxième jour de repos complet.
}

risk-longest-run = Sortie la plus longue
risk-longest-run-fine = Aucune sortie ne dépasse de plus de 10 % la plus longue des 30 jours d’avant.
risk-longest-run-high = Une sortie de { $km }, alors que la plus longue des 30 jours d’avant fait { $longest }.
risk-longest-run-unknown = Pas encore de sorties avant cette semaine : rien à comparer.
risk-longest-run-do-race = Ta course dépasse nettement tes sorties récentes : garde plusieurs jours de repos ou de footing très facile après.
risk-longest-run-do = Limite ta prochaine sortie longue à { $target }.
