# The strength coach.

coaches-force-focus-runner = Strength for runners
coaches-force-focus-strength = Strength
coaches-force-focus-hypertrophy = Muscle
coaches-force-focus-power = Power

coaches-force-title-one = { $first }
coaches-force-title-two = { $first } and { $second }
coaches-force-purpose-runner = Make every stride cheaper: few reps, heavy and clean, then one leg at a time.
coaches-force-purpose-bodyweight = Get stronger without a load: hard movements, slow and full, with real rest between sets.
coaches-force-purpose-strength = Lift more: few reps, heavy, with real rest between sets.
coaches-force-purpose-hypertrophy = Build muscle: longer sets, slow on the way down, never sloppy.
coaches-force-purpose-power = Move fast: every rep at full speed, and stop as soon as it slows.

coaches-force-how-main = All sets of one movement, then the next.
coaches-force-how-supplements = One movement after the other, catch your breath, repeat.
coaches-force-how-supplement = One set, a short pause, repeat.

coaches-force-load-up = Last time went well: go up to { $kg } kg.
coaches-force-load-same = Same load as last time ({ $kg } kg): look for one more rep.
coaches-force-load-down = Last time was too hard: go down to { $kg } kg and keep it clean.

coaches-force-note-rpe = RPE { $rpe }: at the end of a set you could still do { $reserve } clean reps.
coaches-force-note-tempo = Tempo { $tempo }: seconds to go down, hold at the bottom, come up, hold at the top.
coaches-force-note-fast = Speed decides: as soon as a rep slows, the set is over.
coaches-force-note-no-maximum = I don’t know your maximum yet: pick a load that gives the effort shown and log it; the next session starts from there.
coaches-force-note-runner = On a running day, do it after the run or 6 h later. Nothing within 48 h of a race.
coaches-force-note-fresh-legs = Your legs have a quality run ahead or hard work behind them: today, the upper body.

coaches-force-scaling-rx = Feeling good: as written.
coaches-force-scaling-intermediate = On a tired day: one set less everywhere, and 1 point less RPE.
coaches-force-scaling-beginner = First time: keep 4 reps in reserve; two sets are enough.

coaches-force-offer-injury = With this pain, no main exercise of this session is safe.
coaches-force-offer-run-soon = A quality run is too close to load the legs.
coaches-force-offer-no-equipment = With this equipment the session would have no main exercise.

coaches-rule-volume = { $movement }: { $total } reps at this load, { $most } at most (Prilepin’s table).
coaches-rule-set-length = { $movement }: at { $percent }% a set has { $most } reps at most (Prilepin’s table).
