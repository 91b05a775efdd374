# Les coachs de séance : ce qui leur est commun.

coaches-name-force = Force
coaches-name-endurance = Endurance
coaches-name-functional = Fonctionnel
coaches-name-calisthenics = Callisthénie
coaches-name-competitions = Compétitions

# Proposer autre chose
coaches-offer-instead = À la place : { $others }.
coaches-offer-minutes = { $length }
coaches-offer-too-short = { $length }, c’est trop court pour s’échauffer et travailler sans risque.
coaches-offer-too-long = { $length }, c’est trop long pour une seule séance avec ce coach.
coaches-offer-unknown-focus = Ce coach n’a pas de séance « { $focus } ».
coaches-offer-no-session = Avec ce que tu as et ce qui te gêne, je n’ai que { $length } de bon travail à te proposer.
coaches-equipment-unclear = Je ne connais pas le matériel « { $text } ». Essaie « rien », « maison », « barres », « salle », « box » ou une liste : « haltères, banc ».
coaches-hurt-unplaced = « { $text } » : dis-moi où cela fait mal, par exemple « genou », « dos » ou « épaule », pour que je sache quoi laisser de côté.

# Ce que toute séance respecte
coaches-rule-unknown = Le mouvement « { $name } » n’est pas au catalogue.
coaches-rule-warm-up = La séance ne commence pas par un échauffement.
coaches-rule-cool-down = La séance ne finit pas par un retour au calme.
coaches-rule-no-work = La séance ne contient aucun travail.
coaches-rule-empty-block = Un bloc est vide.
coaches-rule-equipment = { $movement } : le matériel manque.
coaches-rule-injury = { $movement } : exclu par la douleur signalée.
coaches-rule-level = { $movement } : trop difficile pour ce niveau.
coaches-rule-time = La séance dure { $taken } au lieu de { $wanted } (écart permis : { $percent } %).
coaches-rule-rest = { $movement } : { $seconds } s de repos, ce n’est pas sensé.
coaches-rule-short-rest = { $movement } : { $seconds } s de repos, trop peu après une série lourde.
coaches-rule-amount = { $movement } : { $sets } × { $amount }, personne ne fait cela.
coaches-rule-record = { $movement } : { $load } kg dépasse le record ({ $record } kg).
coaches-rule-load = { $movement } : la charge n’a pas de sens.
coaches-rule-rpe = { $movement } : l’effort sort de l’échelle de 1 à 10.
coaches-rule-legs = Jambes chargées { $hours } h avant une séance de qualité : il en faut au moins { $least }.

# Notes que tous les coachs partagent
coaches-common-note-pain = Les mouvements qui chargent la zone douloureuse sont laissés de côté. Si la douleur dépasse 2 sur 10, arrête.

# Lire une séance (les nombres arrivent déjà écrits)
coaches-role-warm-up = Échauffement
coaches-role-main = Travail
coaches-role-accessory = Travail complémentaire
coaches-role-cool-down = Retour au calme
coaches-rounds = { $rounds } { $rounds ->
    [one] tour
   *[other] tours
}
coaches-repetitions = { $rounds } { $rounds ->
    [one] fois
   *[other] fois
}
coaches-rest-between = { $rest } de repos entre les tours
coaches-easy-between = { $rest } faciles entre deux
coaches-format-amrap = AMRAP de { $minutes } : le plus de tours possible
coaches-format-emom = EMOM de { $minutes } : au début de chaque minute
coaches-format-for-time = { $rounds ->
    [one] le plus vite possible, { $minutes } au plus
   *[other] { $rounds } tours le plus vite possible, { $minutes } au plus
}
coaches-format-tabata = Tabata : 8 × 20 s d’effort, 10 s de repos
coaches-format-chipper = toute la liste une fois, { $minutes } au plus
coaches-format-simulation = { $rounds ->
    [one] dans l’ordre de l’épreuve
   *[other] { $rounds } tours dans l’ordre de l’épreuve
}
coaches-ramp = montée en charge
coaches-reps = { $reps } rép.
coaches-per-side = { $amount } par côté
coaches-seconds = { $seconds } s
coaches-metres = { $metres } m
coaches-calories = { $calories } cal
coaches-tempo = tempo { $tempo }
coaches-rest = repos { $rest }
coaches-percent = { $percent } % du max
coaches-kg = { $kg } kg
coaches-kg-each = 2 × { $kg } kg
coaches-rpe = RPE { $rpe }
coaches-effort = effort { $rpe } sur 10 (RPE)
coaches-split = { $split } /500 m
coaches-watts = { $watts } W
coaches-threshold-share = { $share } % du seuil
coaches-stress = { $score } points de charge
coaches-legs-light = jambes peu sollicitées
coaches-legs-moderate = jambes sollicitées
coaches-legs-hard = jambes très sollicitées
coaches-zone-recovery = très facile
coaches-zone-easy = facile
coaches-zone-tempo = soutenu
coaches-zone-threshold = seuil
coaches-zone-vo2 = dur (VO2)
coaches-zone-sprint = sprint
coaches-scaling = Pour l’adapter
