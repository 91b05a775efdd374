# What the command line prints around a program.
cli-title = { $goal } · { $level } · { $sessions } sessions a week · { $weeks } { $weeks ->
        [one] week
       *[other] weeks
    }
cli-race = Race: { $race }, { $distance }
cli-vdot = VDOT { $vdot }
cli-week = Week { $number }/{ $total } · { $volume } · { $focus }
cli-week-maintenance = Until then, week { $number } · { $volume } · { $focus }
cli-rest = rest
cli-why = Why: { $why }
cli-strength = Strength: { $minutes } min
cli-phases = Phases
cli-paces = Paces (min/km)
cli-predictions = Predicted times
cli-notices = Good to know
cli-tips-nutrition = Nutrition
cli-tips-recovery = Recovery
cli-tips-mental = Mind
cli-zone-E = E  easy
cli-zone-M = M  marathon
cli-zone-T = T  threshold
cli-zone-I = I  intervals
cli-zone-R = R  repetitions
cli-marathon-expected = marathon, on modest mileage
cli-per-lap = { $time } per 400 m
cli-valid = The program keeps every rule.
cli-place-week = week { $week }
cli-place-plan = program
