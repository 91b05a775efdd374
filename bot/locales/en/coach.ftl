# A session with a coach: asking for it, its card, its detail.
command-session = A strength, endurance or skills session

coach-ask-coach = <b>Which session today?</b> Choose your coach.
coach-latest-planned = Ready: { $title } ({ $day }).
coach-latest-running = In progress: { $title }.
coach-latest-done = The last one: { $title }, { $day }, effort { $rpe } out of 10.
coach-button-latest = See that session
coach-button-resume = ▶ Pick up where you are
coach-last-wish = Last time: { $wish }.
coach-button-again = ▶ Same as last time
coach-button-change = Change
coach-button-home = ‹ Coaches
coach-button-back = ‹ Back
coach-button-more = More ›
coach-kept =
    <b>{ $coach }</b>
    Last time: { $wish }.
coach-wish-so-far = <b>{ $wish }</b>
coach-ask-minutes = How much time do you have? Choose, or type “35 min”.
coach-ask-level = Your level in this sport?
coach-ask-equipment = Where do you train? Choose, or type what you have: “dumbbells, bench”.
coach-ask-focus = What do you want to work on?
coach-ask-sex = Official loads: which division?
coach-sex-women = Women
coach-sex-men = Men
coach-sex-any = Doesn’t matter
coach-place-none = Nothing
coach-place-home = Home
coach-place-bars = Park, bars
coach-place-gym = Gym
coach-place-box = Box
coach-place-list = { $count ->
    [one] { $count } piece of kit
   *[other] { $count } pieces of kit
}
coach-focus-any = Coach’s choice

coach-offer = { $text } Tap what suits you.
coach-offer-nothing = { $text } Change the time, the equipment or the coach.
coach-legs-when = { $days ->
    [0] today
   *[1] tomorrow
}
coach-legs-first =
    <b>{ $run } { $when }: light legs today.</b>
    A hard leg session less than 36 h before would take that run from you. Choose a version that spares them, or another day.
coach-button-that-day = Keep it for { $day }
coach-ill = You told me you are ill: no session while that lasts. Tell me how it goes: /checkin
coach-red-flag = You reported a sign that needs medical advice. No session before that. Tell me how it goes: /checkin
coach-stale = This button is from before. The current choice: /session
coach-gone = That session no longer exists. A new one: /session
coach-started = That session has begun: it no longer changes. Pick it up with /session
coach-trouble = I can’t build that session. Change the time, the equipment or the coach.
coach-very-tired = This morning you said you were very tired: rest would do you more good. If you still want to, do one set less of everything.

coach-kg = { $kg } kg
coach-unit-reps = { $by } rep
coach-unit-seconds = { $by } s
coach-unit-metres = { $by } m
coach-unit-minutes = { $by } min
coach-unit-calories = { $by } cal

coach-badge-fast = ⚡ Session ready.
coach-badge-soon = ⏳ Richer version: { $position ->
    [1] you are next
   *[other] number { $position } in the queue
}, less than two minutes. You can start.
coach-badge-minutes = ⏳ Richer version: { $position ->
    [1] you are next
   *[other] number { $position } in the queue
}, about { $minutes } min. You can start.
coach-badge-running = ⏳ The richer version is being written. You can start.
coach-badge-claude = ✨ Enriched session, written for you and checked.
coach-badge-catalogue = ✨ How to move is ready, from the catalogue.

coach-button-start = ▶ Start
coach-button-detail = ✨ How to move
coach-button-notes = Adapt, notes
coach-button-other = Another one
coach-button-card = ‹ The session
coach-notes = <b>Good to know</b>
coach-button-see = See it: { $movement }
coach-for-day = Kept for { $day }.
coach-done-on = ✓ Done { $day }, effort { $rpe } out of 10.
coach-ramp = • { $movement }, building up: { $steps }

coach-detail-title = <b>How to move</b> · { $title }
coach-detail-page = { $page } of { $pages }
coach-detail-technique = { $text }
coach-detail-cues = Cues: { $text }
coach-detail-mistakes = Avoid: { $text }
coach-detail-progression = To progress: { $text }
coach-detail-easier = Easier: { $movement }.
coach-detail-harder = Harder: { $movement }.

coach-ask-max = <b>{ $movement }: what is your maximum?</b> The load you can lift once, cleanly. Choose, or type “85 kg”. I only ask once: after that your sets tell me.
coach-button-max-unknown = I don’t know

coach-moved-legs = <b>{ $run } moves to { $day }.</b> Your session “{ $title }” on { $own } is hard on the legs less than 36 h before: move it, drop it, or leave it.
coach-button-move-to = Move it to { $day }
coach-button-leave-out = Drop it
coach-moved-to = Noted: { $title }, { $day }.
coach-left-out = Dropped. Another one whenever you like: /session
