# The competitions coach: formats, stations, instructions, rules. RunCoach is independent of the brands named.

coaches-competitions-focus-hyrox = Simulation in HYROX format
coaches-competitions-focus-compromised-run = Running on tired legs
coaches-competitions-focus-race-pace = Race pace
coaches-competitions-focus-weak-ski = Weak spot: SkiErg
coaches-competitions-focus-weak-push = Weak spot: sled push
coaches-competitions-focus-weak-pull = Weak spot: sled pull
coaches-competitions-focus-weak-burpees = Weak spot: burpee broad jumps
coaches-competitions-focus-weak-row = Weak spot: rowing
coaches-competitions-focus-weak-carry = Weak spot: farmers carry
coaches-competitions-focus-weak-lunges = Weak spot: sandbag lunges
coaches-competitions-focus-weak-wall-balls = Weak spot: wall balls
coaches-competitions-focus-deka-fit = DEKA FIT format
coaches-competitions-focus-deka-mile = DEKA MILE format
coaches-competitions-focus-deka-strong = DEKA STRONG format

coaches-competitions-station-ski = SkiErg
coaches-competitions-station-push = sled push
coaches-competitions-station-pull = sled pull
coaches-competitions-station-burpees = burpee broad jumps
coaches-competitions-station-row = rowing
coaches-competitions-station-carry = farmers carry
coaches-competitions-station-lunges = sandbag lunges
coaches-competitions-station-wall-balls = wall balls
coaches-competitions-station-lunge = reverse lunges
coaches-competitions-station-box = box step-overs
coaches-competitions-station-sit-up = sit-up throws
coaches-competitions-station-bike = air bike
coaches-competitions-station-over = ball over
coaches-competitions-station-tank = sled there and back
coaches-competitions-station-burpee = weighted burpees

coaches-competitions-places-station = stations
coaches-competitions-places-zone = zones
coaches-competitions-full-all = All { $places }, in full
coaches-competitions-full-first = First { $stations } { $places }, in full
coaches-competitions-full-last = Last { $stations } { $places }, in full
coaches-competitions-full-some = { $stations } { $places }, in full
coaches-competitions-half-all = All { $places }, at half
coaches-competitions-half-first = First { $stations } { $places }, at half
coaches-competitions-half-last = Last { $stations } { $places }, at half
coaches-competitions-half-some = { $stations } { $places }, at half
coaches-competitions-quarter-all = All { $places }, at a quarter
coaches-competitions-quarter-first = First { $stations } { $places }, at a quarter
coaches-competitions-quarter-last = Last { $stations } { $places }, at a quarter
coaches-competitions-quarter-some = { $stations } { $places }, at a quarter
coaches-competitions-title-hyrox = Your part of the relay
coaches-competitions-title-compromised-run = Station, run, station, run
coaches-competitions-title-race-pace = To finish in { $target }
coaches-competitions-title-own = In the order of the format
coaches-competitions-title-weak = Technique, strength, then under fatigue

coaches-competitions-purpose-hyrox = Learn the order, the transitions and your rhythm before the day.
coaches-competitions-purpose-deka = Rehearse the zones in their order, to know where you lose time.
coaches-competitions-purpose-compromised-run = Find your stride right after a station: that is where the race is decided.
coaches-competitions-purpose-race-pace = Put your race pace into your legs: no faster, no slower.
coaches-competitions-purpose-weak = Win time where you lose most of it.

coaches-competitions-part-technique = Technique
coaches-competitions-part-strength = Strength
coaches-competitions-part-tired = Under fatigue
coaches-competitions-how-technique = Short and perfect: stop as soon as the movement changes.
coaches-competitions-how-strength = One after the other, two to three reps in reserve.
coaches-competitions-how-simulation = In order, with no planned rest: run within yourself the first two times, walk the transitions if you need to.
coaches-competitions-how-no-run = In order, with no planned rest: keep a rhythm you could hold to the end.
coaches-competitions-how-again = In order, with no planned rest within a go; aim for the same time each go.
coaches-competitions-how-relay = Two runs and two stations, like your part of the relay: you can start faster than in a solo race.
coaches-competitions-how-weak = Run, then { $station } straight away, without stopping for breath.
coaches-competitions-how-compromised = No break in between: the first 200 metres short and loose, then your pace.
coaches-competitions-plain-intervals = No break within the round, at your race pace; rest properly between rounds.
coaches-competitions-how-machine = No break within the round, at the same effort every time.
coaches-competitions-how-pacing = Hold the pace to within 5 s per kilometre, even if it feels slow at first.

coaches-competitions-instead = Stands in for: { $station }.
coaches-competitions-load-race = In the race: { $race } kg.
coaches-competitions-load-target = In the race: { $race } kg, target at { $metres } m.
coaches-competitions-box-height = Box of { $height } cm.
coaches-competitions-load-unconfirmed = In the race: { $race } kg, to be checked in the rulebook.
coaches-competitions-split-runs = Splits for { $target }: every kilometre in { $run }, { $ways } in all for the transitions.
coaches-competitions-split-stations = Stations: SkiErg { $ski }, push { $push }, pull { $pull }, burpees { $burpees }, row { $row }, carry { $carry }, lunges { $lunges }, wall balls { $wall_balls }. A rule of thumb, no official table.

coaches-competitions-note-doubles = In doubles you run every kilometre together and share the stations as you like: here you do your half, then rest during your partner’s.
coaches-competitions-note-relay = A relay has four athletes: two runs and two stations each.
coaches-competitions-note-sex = Official loads depend on the women’s or men’s division: without it, pick a load at RPE 7.
coaches-competitions-note-unconfirmed = Some loads of this division are confirmed by no public table: check the rulebook before you race.
coaches-competitions-note-relay-mixed = For the mixed relay, sources disagree on the loads: train at RPE 7 and check the rulebook.
coaches-competitions-note-deka-women = The women’s DEKA loads are confirmed by no public table: check the rulebook before the event.
coaches-competitions-note-format = Format of the { $season } season, as published; RunCoach is independent of the organiser, and rules may change.

coaches-competitions-scale-simulation-rx = As written: if your last run is within 10% of your first.
coaches-competitions-scale-no-run-rx = As written: if your last station keeps the rhythm of the first.
coaches-competitions-scale-simulation-intermediate = Intermediate: same distances, 80% of race loads.
coaches-competitions-scale-simulation-beginner = Beginner: half the reps, 60% of race loads, and walk whenever you like.
coaches-competitions-scale-intervals-rx = As written: if every round stays within 5% of the first.
coaches-competitions-scale-intervals-intermediate = Intermediate: one round less, 80% of race loads.
coaches-competitions-scale-intervals-beginner = Beginner: half the rounds, 60% of race loads, twice the rest.

coaches-competitions-team-doubles = Doubles Open
coaches-competitions-team-mixed = Mixed doubles Open
coaches-competitions-team-relay = Relay
coaches-competitions-team-single-pro = Singles Pro
coaches-competitions-offer-pro-doubles = The loads of Pro doubles are in no table I could check.
coaches-competitions-offer-pro-relay = The relay has no Pro division: everyone takes the Open loads.
coaches-competitions-offer-target = A finish in { $target } is no target to race for: between { $fastest } and { $slowest } I can help you prepare it.
coaches-competitions-usual-target = a usual time
coaches-competitions-offer-too-little = With what hurts or what is missing, too little of this format is left for the session to be useful.

coaches-rule-competitions-order = { $movement } is out of its place in the format’s order.
coaches-rule-competitions-dose = { $movement }: { $amount } in one go, while the race asks for { $most }.
coaches-rule-competitions-load = { $movement }: { $load } kg, more than the race’s { $race } kg.
