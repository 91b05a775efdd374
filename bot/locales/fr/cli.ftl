# What the command line prints around a program.
cli-title = { $goal } · { $level } · { $sessions } séances par semaine · { $weeks } { $weeks ->
        [one] semaine
       *[other] semaines
    }
cli-race = Course : { $race }, { $distance }
cli-vdot = VDOT { $vdot }
cli-week = Semaine { $number }/{ $total } · { $volume } · { $focus }
cli-week-maintenance = En attendant, semaine { $number } · { $volume } · { $focus }
cli-rest = repos
cli-why = Pourquoi : { $why }
cli-strength = Renforcement : { $minutes } min
cli-phases = Phases
cli-paces = Allures (min/km)
cli-predictions = Temps prévus
cli-notices = À savoir
cli-tips-nutrition = Nutrition
cli-tips-recovery = Récupération
cli-tips-mental = Mental
cli-zone-E = E  endurance
cli-zone-M = M  marathon
cli-zone-T = T  seuil
cli-zone-I = I  intervalles
cli-zone-R = R  répétitions
cli-marathon-expected = marathon, avec peu de kilomètres
cli-per-lap = { $time } aux 400 m
cli-valid = Le programme respecte toutes les règles.
cli-place-week = semaine { $week }
cli-place-plan = programme
