# Sunday evening: the week that was, the week that comes.
weekly-done = <b>Semaine { $number }</b> : { $done } courus, { $planned } prévus.
weekly-sessions = Séances notées : { $done } sur { $planned }.
weekly-extra = { $count ->
    [one] Et une sortie en plus du plan.
   *[other] Et { $count } sorties en plus du plan.
}
weekly-nothing-told = Je n’ai rien de noté. Si tu as couru : /log. Sinon rien à rattraper, la semaine qui vient repart comme prévu.
weekly-praise-longest = Ta sortie de { $km } est ta plus longue depuis un mois.
weekly-praise-all-done = { $count ->
    [one] La séance prévue est faite, en entier.
   *[other] Les { $count } séances prévues sont faites, en entier.
}
weekly-praise-easy = Tes { $count } sorties faciles sont restées faciles, effort { $rpe } au plus : c’est là que l’endurance se construit.
weekly-praise-long = Ta sortie longue est faite, { $km } : c’est elle qui t’apprend à durer.
weekly-praise-hard = Ta séance dure est faite, { $date }, comme prévu.
weekly-praise-rested = La fatigue était là { $date } et tu n’as pas forcé : c’est la bonne décision.
weekly-praise-ran = { $count ->
    [one] Une sortie cette semaine, { $km } : elle compte.
   *[other] { $count } sorties cette semaine, { $km } en tout : elles comptent.
}
weekly-praise-answered = Tu as donné ta forme { $count } matins : je peux régler la charge là-dessus.
weekly-next = <b>Semaine { $number }</b> : { $km }
weekly-day = { $day } · { $what }
weekly-rest = <i>Repos : { $days }</i>
weekly-button-accept = C’est bon
weekly-button-lighten = Alléger
weekly-accepted = ✓ C’est parti pour cette semaine.
weekly-last = Ton plan s’arrête cette semaine. Prends une semaine légère, puis prépare le suivant : /start
