# The race of a plan: the week before it, the day, and after.
command-race = My race: paces, bag, race week
race-yours = Your race
race-none = There is no race in your plan. Send me the course as GPX, or choose a goal with a date.
race-week-begins = <b>Your race week begins.</b> The work is done: what is left is to arrive fresh.
race-title = 🏁 <b>{ $name }</b>
race-when = { $date } · { $days ->
    [0] it is today
    [one] tomorrow
   *[other] in { $days } days
 }
race-climb = { $climb } up
race-expected = Time to expect: { $time }
race-weather = Weather counted in: { $degrees } °C
race-taper-fresh = You are following the planned taper: { $left } before the race, against { $largest } in your largest week. Add nothing: freshness is gained now.
race-taper-much = You ran { $km } in seven days, against { $planned } planned. That makes no one stronger now, only more tired: keep to the { $left } that are left, or shorten them.
race-taper-little = You ran { $km } in seven days, against { $planned } planned. Nothing is lost and nothing is to be made up for: the { $left } that are left keep the rhythm.
race-left = <b>What is left</b>
race-left-line = • { $day }: { $what }
race-button-pacing = Paces by km
race-button-kit = My bag
race-button-weather = Weather of the day
race-button-back = ‹ Back
race-button-next = Choose my next goal
race-button-stopped = Not finished
race-button-not-started = Did not start
race-button-measured = This is my time: { $time }
race-ask-weather = What temperature is announced for the race? Tap, or write it: “22”.
race-kit = <b>Your bag</b>: tap what is ready. { $left ->
    [one] One thing to go.
   *[other] { $left } things to go.
 }
race-kit-done = <b>Your bag</b>: all is ready. Change nothing any more.
race-kit-no-weather = Tell me the weather announced, and I add what it asks for.
race-kit-bib = Bib, pins, race papers
race-kit-road-shoes = Shoes already worn in
race-kit-trail-shoes = Trail shoes already worn in
race-kit-clothes = Kit and socks worn before
race-kit-watch = Watch, charged
race-kit-breakfast = A breakfast you have tested
race-kit-anti-chafe = Anti-chafing cream
race-kit-gels = Gels or bars you have tested
race-kit-flasks = Flasks or water bladder
race-kit-cup = Your own cup
race-kit-jacket = Waterproof jacket
race-kit-whistle-blanket = Whistle and survival blanket
race-kit-phone = Phone, charged
race-kit-headlamp = Head torch and batteries
race-kit-poles = Poles, if allowed
race-kit-cap = Cap
race-kit-sunscreen = Sunscreen
race-kit-gloves = Gloves and hat
race-kit-warm-layer = Old jumper for the start pen
race-kit-after = Dry clothes for afterwards
race-eve = <b>Tomorrow, { $name }.</b>
race-eve-plan = Tonight: your usual dinner, an early bed without forcing sleep. A short night now changes next to nothing; the one before was the one that counted. Get up two to three hours before the start.
race-eve-bag = { $left ->
    [one] One thing is
   *[other] { $left } things are
 } still to go into the bag.
race-eve-packed = Your bag is ready.
race-first-km = First kilometre at { $pace }, no faster: it will feel too slow, which is the right sign.
race-first-km-effort = First kilometre at ease, able to talk: it will feel too slow, which is the right sign.
race-morning = 🏁 <b>It is today, { $runner }</b>: { $name }.
race-morning-breakfast = Breakfast two to three hours before, the one you know; then small sips.
race-warm-up-long = Warm-up: 15 min of easy jogging, then 4 strides of 15 s. Finish ten minutes before the start.
race-warm-up-short = Warm-up: 8 to 10 min of easy jogging and 3 strides. Finish ten minutes before the start.
race-warm-up-walk = Warm-up: 5 min of brisk walking and some movements. The first kilometres do the rest.
race-morning-ill = Fever, chest pain, a pain that makes you limp: do not start. There will be other races.
race-ask-time = 🏁 <b>{ $name }</b>: how did it go? Write your time (“1:42:30”), or tap.
race-ask-measured = 🏁 <b>{ $name }</b>: if the official time differs from your watch, write it (“1:42:30”).
race-result = 🏁 <b>{ $name }: { $time }</b>, that is { $pace }. Noted.
race-result-expected = I expected { $expected }.
race-recovery = <b>Recover</b>
    Rest or walk until { $rest }. Then short easy runs until { $easy }, if all is well. No hard session before that: muscles and tendons take longer than the wish to run.
race-stopped = Noted: you did not finish { $name }. Stopping is sometimes the right decision, and the work you did stays done. If something hurts, tell me with /pain.
race-not-started = Noted: you did not start { $name }. The work you did stays done, and serves the next one.
race-past = 🏁 <b>{ $name }</b>: { $told }.
race-told-stopped = not finished
race-told-not-started = not run
race-gone = This race is no longer in your plan: /race
race-weather-kept = ✓ { $degrees } °C: counted in your paces and your bag.
