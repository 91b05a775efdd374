# The coaches of single sessions: what they have in common.

coaches-name-force = Strength
coaches-name-endurance = Endurance
coaches-name-functional = Functional
coaches-name-calisthenics = Calisthenics
coaches-name-competitions = Competitions

# Offering something else
coaches-offer-instead = Instead: { $others }.
coaches-offer-minutes = { $length }
coaches-offer-too-short = { $length } is too short to warm up and work safely.
coaches-offer-too-long = { $length } is too long for one session with this coach.
coaches-offer-unknown-focus = This coach has no “{ $focus }” session.
coaches-offer-no-session = With what you have and what hurts, I only have { $length } of good work for you.
coaches-equipment-unclear = I don’t know the equipment “{ $text }”. Try “none”, “home”, “bars”, “gym”, “box” or a list: “dumbbells, bench”.
coaches-hurt-unplaced = “{ $text }”: tell me where it hurts, for example “knee”, “back” or “shoulder”, so that I know what to leave out.

# What every session keeps
coaches-rule-unknown = The movement “{ $name }” is not in the catalogue.
coaches-rule-warm-up = The session doesn’t begin with a warm-up.
coaches-rule-cool-down = The session doesn’t end with a cool-down.
coaches-rule-no-work = There is no work in the session.
coaches-rule-empty-block = A block is empty.
coaches-rule-equipment = { $movement }: the equipment is missing.
coaches-rule-injury = { $movement }: ruled out by the reported pain.
coaches-rule-level = { $movement }: too hard for this level.
coaches-rule-time = The session takes { $taken } instead of { $wanted } (allowed difference: { $percent }%).
coaches-rule-rest = { $movement }: { $seconds } s of rest makes no sense.
coaches-rule-short-rest = { $movement }: { $seconds } s of rest is too little after a heavy set.
coaches-rule-amount = { $movement }: { $sets } × { $amount }, nobody does that.
coaches-rule-record = { $movement }: { $load } kg is above the record ({ $record } kg).
coaches-rule-load = { $movement }: the load makes no sense.
coaches-rule-rpe = { $movement }: the effort is off the 1 to 10 scale.
coaches-rule-legs = Heavy legs { $hours } h before a quality run: leave at least { $least }.

# Notes that all coaches share
coaches-common-note-pain = Movements that load the sore spot are left out. If pain goes above 2 out of 10, stop.

# Reading a session (numbers arrive written)
coaches-role-warm-up = Warm-up
coaches-role-main = Work
coaches-role-accessory = Accessory work
coaches-role-cool-down = Cool-down
coaches-rounds = { $rounds } { $rounds ->
    [one] round
   *[other] rounds
}
coaches-repetitions = { $rounds } { $rounds ->
    [one] time
   *[other] times
}
coaches-rest-between = { $rest } rest between rounds
coaches-easy-between = { $rest } easy between
coaches-format-amrap = { $minutes } AMRAP: as many rounds as possible
coaches-format-emom = { $minutes } EMOM: at the top of every minute
coaches-format-for-time = { $rounds ->
    [one] as fast as possible, { $minutes } at most
   *[other] { $rounds } rounds as fast as possible, { $minutes } at most
}
coaches-format-tabata = Tabata: 8 × 20 s of work, 10 s rest
coaches-format-chipper = the whole list once, { $minutes } at most
coaches-format-simulation = { $rounds ->
    [one] in the order of the event
   *[other] { $rounds } rounds in the order of the event
}
coaches-ramp = building up
coaches-reps = { $reps } reps
coaches-per-side = { $amount } per side
coaches-seconds = { $seconds } s
coaches-metres = { $metres } m
coaches-calories = { $calories } cal
coaches-tempo = tempo { $tempo }
coaches-rest = rest { $rest }
coaches-percent = { $percent }% of max
coaches-kg = { $kg } kg
coaches-kg-each = 2 × { $kg } kg
coaches-rpe = RPE { $rpe }
coaches-effort = effort { $rpe } out of 10 (RPE)
coaches-split = { $split } /500 m
coaches-watts = { $watts } W
coaches-threshold-share = { $share }% of threshold
coaches-stress = { $score } load points
coaches-legs-light = easy on the legs
coaches-legs-moderate = some work for the legs
coaches-legs-hard = hard on the legs
coaches-zone-recovery = very easy
coaches-zone-easy = easy
coaches-zone-tempo = steady
coaches-zone-threshold = threshold
coaches-zone-vo2 = hard (VO2)
coaches-zone-sprint = sprint
coaches-scaling = To adapt it
