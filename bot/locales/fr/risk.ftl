# The injury risk: its picture, its words, and the lighter week.
command-risk = Ton risque de blessure
risk-score = <b>Risque de blessure : { $score } sur 100</b> ({ $level })
risk-heaviest = Ce qui pèse le plus : { $reason }
risk-nothing-weighs = Rien ne pèse cette semaine : continue comme ça.
risk-to-do = <b>À faire</b>
risk-bullet = • { $text }
risk-chart-title = Risque de blessure cette semaine
risk-chart-factors = Ce qui compte, en points
risk-chart-history = Tes dernières semaines
risk-chart-no-history = Le suivi commence cette semaine.
risk-chart-zone-green = faible
risk-chart-zone-yellow = modéré
risk-chart-zone-red = élevé
risk-alt = Risque de blessure : { $score } sur 100, { $level }.
risk-alt-factor = { $name } : { $points } sur { $most }.
risk-alt-history = Dernières semaines : { $scores }.
risk-button-lighten = Alléger la semaine
risk-button-apply = Appliquer
risk-button-cancel = Annuler
risk-button-undo = Revenir au plan prévu
risk-lighter = <b>Semaine allégée : { $after } au lieu de { $before }</b>
risk-lighter-day =
    { $day } · { $before }
    → { $after }
risk-lighter-following = { $weeks ->
    [one] La semaine suivante est un peu plus courte : on ne remonte pas de plus de 10 %.
   *[other] Les { $weeks } semaines suivantes sont un peu plus courtes : on ne remonte pas de plus de 10 %.
}
risk-lightened = ✓ C’est fait : { $km } cette semaine-là. Le détail est dans /week.
risk-left = Ta semaine ne change pas.
risk-undone = ✓ Ta semaine est de nouveau celle prévue.
risk-already = Cette semaine est déjà allégée.
risk-nothing-to-lighten = Il ne reste rien à alléger sans casser l’équilibre du plan.
risk-gone = Ce bouton vient d’un ancien plan. Le risque du jour : /risk
