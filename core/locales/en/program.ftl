# Days
program-day-0 = Monday
program-day-1 = Tuesday
program-day-2 = Wednesday
program-day-3 = Thursday
program-day-4 = Friday
program-day-5 = Saturday
program-day-6 = Sunday

# Levels and distances
program-level-beginner = beginner
program-level-intermediate = intermediate
program-level-advanced = advanced
program-distance-5K = 5K
program-distance-10K = 10K
program-distance-semi-marathon = half marathon
program-distance-marathon = marathon
program-distance-ultra = ultra
program-distance-endurance = endurance

# Kinds of session
program-kind-easy = Easy run
program-kind-long = Long run
program-kind-recovery = Recovery run
program-kind-marathon = Marathon pace
program-kind-steady = Steady run
program-kind-threshold = Threshold
program-kind-interval = Intervals
program-kind-repetition = Speed repetitions
program-kind-hills = Hills
program-kind-descents = Downhills
program-kind-run_walk = Run and walk
program-kind-cross = Bike or pool
program-kind-test = Test
program-kind-race = Race

# Paces and efforts
program-pace = at { $pace }
program-effort-E = relaxed, you can talk in full sentences
program-effort-M = steady, you can talk in short sentences
program-effort-T = hard but controlled, three or four words at a time
program-effort-I = very hard, one word at a time
program-effort-R = fast and relaxed, never a sprint
program-effort-hill = uphill, a firm and even effort
program-effort-effort = by effort, with no pace to hold
program-effort-descent = downhill, quick short steps, eyes well ahead
program-effort-race = the pace you can hold to the end
program-effort-test = as hard as you can hold, at an even pace

# Structure of a session
program-part-steady = { $minutes }, { $effort } (RPE { $rpe })
program-part-steady-walks = { $minutes } in all, { $effort } while you run (RPE { $rpe }); walk 1 min in every 10
program-part-steady-climb = { $minutes } with { $climb } m of climbing (RPE { $rpe }); on the flat, { $effort }; walk when the slope leaves you out of breath
program-part-warm-up = Warm-up: { $minutes } easy, { $effort } (RPE 3)
program-part-first = First { $minutes } easy, { $effort } (RPE 3)
program-part-warm-up-walk = Warm-up: { $minutes } of brisk walking (RPE 2)
program-part-work = { $set }, { $effort } (RPE { $rpe })
program-part-work-recovery = { $set }, { $effort } (RPE { $rpe }); { $recovery } { $manner } after each
program-part-cool-down = Cool-down: { $minutes } very easy (RPE 2)
program-part-cool-down-walk = Cool-down: { $minutes } of gentle walking (RPE 1)
program-part-cross = { $minutes } on the bike, in the pool or on the elliptical, breathing calmly (RPE 3)
program-part-race = { $distance }, { $effort }
program-manner-jog = jogging
program-manner-walk = walking
program-manner-rest = standing
program-set-one = { $size }
program-set = { $count } × { $size }
program-set-walk = { $count } × { $size } running

# Descriptions
program-described = { $name }. { $purpose }
program-described-race = { $name }, { $distance }. Start a little slower than planned, speed up after halfway if you have it in you.
program-described-trial = { $distance } on the day you prepared for. Enter a race that day, or run the distance alone on a flat, measured course.
program-described-trial-marathon = Your marathon. If you have no race yet, give me its date as soon as you know it: I will move the plan to fit.
program-described-eve = The day before the race: loosen your legs, nothing more.
program-described-heat = Run in the warm hours or with an extra layer, drink every quarter of an hour, stop if you shiver or feel dizzy.
program-described-heat-safety = Drink every quarter of an hour, stop if you shiver or feel dizzy.
program-described-fuelling = Try the drink and gels of your race: { $carbs } of carbohydrate an hour.
program-described-proprioception = This is proprioception: learning to feel where and how your foot lands.

# Why this session
program-why-easy = At least { $easy }% of your minutes stay easy (the { $easy }/{ $hard } rule for { $level } runners): this calm volume is what builds endurance.
program-why-easy-volume = These { $km } calm km are part of your { $week } km this week: easy volume builds you up without wearing you down.
program-why-easy-after-hard = The hard session is behind you: { $km } km without pushing, its gains come while you recover.
program-why-easy-before-hard = A hard session comes tomorrow: { $km } easy km so that you get there on fresh legs.
program-why-easy-before-long = Your long run is tomorrow: { $km } very easy km today, save your legs.
program-why-easy-race-week = { $days } days before the race, { $km } km keep your stride going: nothing to gain from more.
program-why-recovery = The day after a big effort: { $km } km without pushing, never two hard days in a row.
program-why-strides = { $easy }% of your minutes are easy, these too; the accelerations keep your speed at no cost, { $minutes } in all.
program-why-long-first = Your long run starts at { $km } km, { $percent }% of your week ({ $most }% at most with { $sessions } sessions).
program-why-long-load = { $km } km, after { $longest } km as your longest run of the last 30 days: never more than 10% above it. It is { $percent }% of your week ({ $most }% at most).
program-why-long-load-small = { $km } km, after { $longest } km as your longest run of the last 30 days: 1 km more at most over short distances. It is { $percent }% of your week ({ $most }% at most).
program-why-long-capped = { $km } km: time stops at { $cap }, beyond that the fatigue costs more than the run brings.
program-why-long-recovery = Lighter week: { $km } km instead of { $longest }, to absorb the work before building again.
program-why-long-taper = Taper: { $km } km are enough { $days } days before the race, the fitness is there.
program-why-long-longest = Your longest run, { $km } km, { $days } days before the race: early enough to recover, late enough to count.
program-why-second = Two long runs in a row, never two weeks running: learn to set off tired, as in a { $race } km ultra.
program-why-threshold = Threshold is held to 10% of your week: { $most } km at most out of { $week } km.
program-why-interval = Intervals are held to 8% of your week: { $most } km at most out of { $week } km, repetitions of 5 min at most.
program-why-repetition = Speed is held to 5% of your week: { $most } km at most out of { $week } km, with full recoveries.
program-why-marathon = Steady running within { $hard }% of intense minutes: hold for long near the pace of your race.
program-why-effort = Intensity by effort: { $hard }% of your minutes at most, the rule for { $level } runners.
program-why-hills = Hills: strength at little speed, { $hard }% of intense minutes at most.
program-why-hills-race = Your race climbs { $climb } m: uphill running prepares you for it.
program-why-descents = Your race drops { $descent } m: thighs get used to it in advance, and the effect lasts for weeks.
program-why-last-hard = Last hard session, { $days } days before the race: intensity stays, fatigue has time to go.
program-why-run_walk = You are starting out: alternating running and walking lets tendons and bones keep up with your breathing.
program-why-run_walk-injury = { $site }: walking between the blocks lets the bone recover, on soft ground.
program-why-injury = { $site }: no intensity in week { $week }, distance comes back first.
program-why-cross = { $site }: the bike or the pool in place of a run. Your breathing stays fit without impact while your runs grow back.
program-why-layoff = Back after { $days } days off: nothing but easy running until week { $until }.
program-why-heat = Race expected at { $temperature } °C: running in the warm from 21 to 3 days before teaches your body to sweat sooner.
program-why-eve = The day before the race: { $minutes } easy wake your legs without tiring them.
program-why-test = Find out where you stand: this result gives your paces for what comes next.
program-why-test-first = Without a recent time I do not know your paces: this test will give them to me.
program-why-race = This is the day the whole plan prepares for.

# Weeks: focus
program-focus-base-load = Lay the base
program-focus-base-first = Find your rhythm
program-focus-build-load = Build speed and threshold
program-focus-specific-load = Prepare the paces of your race
program-focus-specific-endurance = Consolidate
program-focus-recovery = Absorb the work
program-focus-test = Measure your progress
program-focus-longest = The longest week
program-focus-taper = Taper
program-focus-race = The race
program-focus-maintenance = Keep fit while you wait
program-focus-injury = Come back without pain
program-focus-run_walk = Learn to last

# Weeks: notes
program-note-first = { $km } km to begin: { $reason }.
program-note-first-current = what you run today ({ $current } km)
program-note-first-none = you are not running at the moment, so your runs start short
program-note-first-least = barely more than your { $current } km today, so that each run is worth going out for
program-note-first-default = a careful start for your level, tell me if you run more or less
program-note-first-layoff = { $percent }% of your volume, after { $days } days off
program-note-first-injury = a little less than usual, because of the pain
program-note-load = { $km } km, +{ $percent }% on your last loading week ({ $reference } km): 10% at most.
program-note-load-small = { $km } km, { $more } more than your last loading week: on small volumes, 2 km at most.
program-note-level = { $km } km, about the same as your last loading week: you hold this step.
program-note-lower = { $km } km, a little less than your last loading week ({ $reference } km).
program-note-recovery = { $km } km, −{ $percent }%: one week in three you recover, and get stronger.
program-note-taper = { $km } km, −{ $percent }% on your last big week: shorter, but still lively.
program-note-race = { $km } km before the race, then the big day, { $date }. Do not catch up on anything.
program-note-race-only = Nothing to do before the race: rest, sleep, bag packed. The big day: { $date }.
program-note-maintenance = { $km } easy km to stay fit; the plan begins on { $date }.
program-note-maintenance-last = After that, repeat these weeks in the same order until { $date }.
program-note-key = Key session { $day }: { $name }.
program-note-long = Long run: { $km } km { $day }.
program-note-longest = The { $km } km run is the longest of the plan: { $days } days to get over it.
program-note-point = To think about on the long run: { $point }.
program-note-point-km = To think about on the long run: { $point } (km { $km }).
program-note-heat = Heat: { $count ->
    [one] { $count } easy run
   *[other] { $count } easy runs
} in the warm this week, with nothing intense added.
program-note-climb = Aim for { $climb } m of climbing over the week, for the { $race } m of your race.
program-note-pair = Two long runs in a row: eat and drink from the first one on, the second is run on tired legs.
program-note-fuel = Long run over 1 h 30: carry a drink and { $carbs } of carbohydrate an hour, as in the race.
program-note-test = A lighter week, to be fresh for the test { $day }.

# Phases
program-phase-base = Base
program-phase-build = Build
program-phase-specific = Specific
program-phase-taper = Taper
program-phase-race = Race
program-purpose-base = get the body used to running regularly, mostly easy
program-purpose-build = add harder efforts and some speed on that base
program-purpose-specific = run at the paces and on the ground of your race
program-purpose-specific-endurance = hold a steady effort for longer
program-purpose-taper = cut the volume, keep the intensity, arrive fresh
program-purpose-race = run your race
program-purpose-race-undated = run the distance you prepared, in a race or on your own
program-key-phase = { $name }, weeks { $first } to { $last }: { $purpose }
program-key-phase-one = { $name }, week { $first }: { $purpose }

# Summary
program-philosophy-beginner = Regularity before speed: { $easy }% of your minutes are easy ({ $hard }% at most intense), one week in three is lighter, and intensity only comes once the base is laid.
program-philosophy-intermediate = { $easy }% easy, { $hard }% intense at most: volume that rises gently, two hard sessions a week at most, never two days in a row.
program-philosophy-advanced = { $easy }% easy, { $hard }% intense at most: every hard session has a pace and a reason, load rises for two weeks and drops for one.
program-progression = From { $start } to { $peak } km a week, at most +10% from one loading week to the next, one week in three lighter; long run from { $first } to { $longest } km.
program-progression-flat = { $peak } km a week at most, then less and less until the race.

# Refusals
program-date-past = { $date } has already gone: give me a date from { $start } on.
program-sessions-range = A plan has 2 to 7 sessions a week: { $sessions } does not fit.
