# The functional coach: names of sessions, instructions, scaling, rules.

# The formats, on buttons
coaches-functional-focus-amrap = AMRAP
coaches-functional-focus-emom = EMOM
coaches-functional-focus-for-time = For time
coaches-functional-focus-intervals = Intervals
coaches-functional-focus-strength-metcon = Strength, then conditioning
coaches-functional-focus-chipper = Long list (chipper)
coaches-functional-focus-tabata = Tabata
coaches-functional-focus-benchmark = Benchmark workout

coaches-functional-title-one = { $first }
coaches-functional-title-two = { $first } and { $second }
coaches-functional-title-three = { $first }, { $second } and { $third }
coaches-functional-title-more = { $first }, { $second } and { $others } more
coaches-functional-benchmark = { $name }

coaches-functional-purpose-amrap = Hold a steady rhythm: your last round should look like your first.
coaches-functional-purpose-emom = Learn to dose the effort: finish every minute with time left to breathe.
coaches-functional-purpose-for-time = Go fast without losing technique, and know where to break your sets.
coaches-functional-purpose-intervals = Repeat a hard effort with enough rest to keep it good.
coaches-functional-purpose-strength-metcon = Build strength while fresh, then use it out of breath.
coaches-functional-purpose-chipper = Manage a long effort: it all holds if you start within yourself.
coaches-functional-purpose-tabata = Four minutes a movement, hard and simple.
coaches-functional-purpose-benchmark = Measure yourself against yourself: write your result down and come back to it in six to eight weeks.

coaches-functional-strength = Strength
coaches-functional-flush = Easy finish
coaches-functional-scheme = { $scheme }

coaches-functional-how-amrap = Aim for { $least } to { $most } rounds, at one rhythm from start to end.
coaches-functional-how-emom = One movement a minute, { $turns } turns each. The rest of the minute is for breathing.
coaches-functional-how-for-time = Clean first, fast second: allow about { $expected }.
coaches-functional-how-chipper = Once through, in order: allow about { $expected }. Break your sets before you have to.
coaches-functional-how-tabata = Keep the same number of reps from the first interval to the last.
coaches-functional-how-intervals = Every round brisk but clean. If a round takes 10% longer than the first, stop there.
coaches-functional-how-strength = Keep { $reserve } reps in reserve in every set; build up over 2 or 3 lighter sets.
coaches-functional-how-body = Keep { $reserve } reps in reserve in every set; slow the way down if it is too easy.
coaches-functional-how-flush = Easy, breathing through the nose: legs turn over, heart rate comes down.
coaches-functional-how-benchmark = Meant to take { $least } to { $most } min: plan your breaks for that.
coaches-functional-how-benchmark-amrap = Count the rounds and the reps beyond.
coaches-functional-how-benchmark-emom = The whole list at the start of every minute. When a minute is no longer enough, drop a third of the reps.

coaches-functional-plain-amrap = At one rhythm from start to end.
coaches-functional-plain-emom = One movement a minute, in turn. The rest of the minute is for breathing.
coaches-functional-plain-for-time = Clean first, fast second.
coaches-functional-plain-chipper = Once through, in order. Break your sets before you have to.
coaches-functional-plain-intervals = Every round brisk but clean; if a round takes much longer than the first, stop there.

coaches-functional-score-amrap = Your score: rounds, plus the reps of the round you were in.
coaches-functional-score-emom = Your score: the minutes you completed in full.
coaches-functional-score-for-time = Your score: your time, or the reps done at the cap.
coaches-functional-score-chipper = Your score: your time, or where you were at the cap.
coaches-functional-score-tabata = Your score: the fewest reps of any interval, for each movement.
coaches-functional-score-intervals = Your score: the time of your slowest round.
coaches-functional-note-reserve = Technique before the clock: at the first missed rep, put it down and take two breaths.
coaches-functional-note-swap = Adapted for you: { $old } → { $new }. Compare your score with your own only.
coaches-functional-note-load = Pick a load you could lift 15 times in a row when fresh.

coaches-functional-scale-rx = As written (Rx): if you can go for { $length } without stopping for more than 10 s at a time.
coaches-functional-scale-rx-emom = As written (Rx): if every minute leaves you at least 10 s to breathe.
coaches-functional-scale-rx-intervals = As written (Rx): if your last round takes at most 10% longer than your first.
coaches-functional-scale-rx-tabata = As written (Rx): if you lose at most two reps from the first interval to the last.
coaches-functional-scale-intermediate = One step easier (intermediate): three quarters of the reps or loads, so that it still takes { $length }.
coaches-functional-scale-beginner = Two steps easier (beginner): half the reps, no jumping, so that it still takes { $length }.
coaches-functional-scale-swap = Two steps easier (beginner): half the reps, { $old } → { $new }; it still takes { $length }.

coaches-functional-offer-benchmark = No benchmark workout fits { $length } with what you have and what hurts.

coaches-rule-functional-interference = { $movement } tires the same place as the movement next to it.
coaches-rule-functional-minute = { $movement }: { $seconds } s of work leaves no rest in the minute.
coaches-rule-functional-cap = Work for time needs a cap.
coaches-rule-functional-long = { $length } on the clock: { $longest } at most at this level.
coaches-rule-functional-tabata = { $movement }: a Tabata is 8 times 20 s of work and 10 s of rest.
