# The endurance coach.

coaches-endurance-focus-base = Base endurance
coaches-endurance-focus-threshold = Threshold
coaches-endurance-focus-vo2 = VO2 max
coaches-endurance-focus-recovery = Recovery

coaches-endurance-machine-run = running
coaches-endurance-machine-run-walk = run-walk
coaches-endurance-machine-bike = bike
coaches-endurance-machine-row = rower
coaches-endurance-machine-ski = SkiErg
coaches-endurance-machine-air-bike = air bike
coaches-endurance-machine-pool = pool running
coaches-endurance-machine-walk = walking

coaches-endurance-title-intervals = { $rounds } × { $length }, { $machine }
coaches-endurance-title-steady = { $length } steady, { $machine }
coaches-endurance-title-progressive = { $length } progression, { $machine }
coaches-endurance-title-strides = { $length } with strides, { $machine }
coaches-endurance-title-broken = { $length } in pieces, { $machine }
coaches-endurance-title-loose = { $length } loose, { $machine }

coaches-endurance-purpose-base = Build the engine: easy enough to talk in sentences, long enough to count.
coaches-endurance-purpose-threshold = Hold a faster pace without gasping: firm, even, just under the red.
coaches-endurance-purpose-vo2 = Raise the ceiling: short hard efforts, with time to recover.
coaches-endurance-purpose-recovery = Get the blood moving without adding fatigue.

coaches-endurance-how-threshold = The last rep at the pace of the first, breathing hard but in control.
coaches-endurance-how-vo2 = Hard, not all out: at the end of each rep you could hold it for one more minute.
coaches-endurance-how-steady = One pace from start to finish; you can talk in full sentences.
coaches-endurance-how-run-walk = Run 4 min, walk 1 min, from the start to the end; you can talk in full sentences.
coaches-endurance-how-progressive = Stay easy, then go up a notch for the last part without forcing.
coaches-endurance-how-strides = Speed up without tensing to a lively pace, walk back.
coaches-endurance-how-broken = Between pieces, walk or spin for a minute before you need it.
coaches-endurance-how-loose = One minute between pieces: drink, drop your shoulders, start again gently.
coaches-endurance-easy-rest = Easy to finish

coaches-endurance-note-base = If you can no longer talk in sentences, slow down: breath decides, not the watch.
coaches-endurance-note-threshold = If a rep costs more than the one before, slow the next rather than skip one.
coaches-endurance-note-vo2 = If your pace drops, the session is over: finish easy, no regrets.
coaches-endurance-note-recovery = You should finish fresher than you started. If not, it was too fast.
coaches-endurance-note-heart = Heart rate during the work: { $low } to { $high } beats a minute.
coaches-endurance-note-fuel = Beyond 75 min: a few sips every 15 min and 30 to 60 g of carbohydrate an hour.

coaches-endurance-scaling-intervals-rx = Feeling good: as written.
coaches-endurance-scaling-intervals-intermediate = On a tired day: a third fewer reps, same recoveries.
coaches-endurance-scaling-intervals-beginner = First times: half the reps, and take the recoveries as easy as you like.
coaches-endurance-scaling-steady-rx = Feeling good: as written.
coaches-endurance-scaling-steady-intermediate = On a tired day: a quarter less, even easier.
coaches-endurance-scaling-steady-beginner = First times: 4 min of effort, 1 min of walking, as often as it takes.

coaches-endurance-offer-injury = With this pain, no effort of this intensity is safe.
coaches-endurance-offer-no-equipment = This session isn’t possible with this equipment.
coaches-endurance-offer-run-soon = A quality run is already due within 36 h: two hard efforts that close would do more harm than good.

coaches-rule-hard-minutes = { $minutes } min in the “{ $zone }” zone: { $most } at most in one session.
coaches-rule-long-recovery = { $movement }: the recovery is no longer than the effort.
