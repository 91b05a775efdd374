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
coaches-equipment-unclear = I don’t know the equipment “{ $text }”. Try “none”, “home”, “bars”, “gym”, “box” or a list: “dumbbells, bench”.

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
