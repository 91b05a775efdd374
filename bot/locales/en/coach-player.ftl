# A session being done: one screen at a time.
coach-player-where = <b>{ $block }</b> · { $place } of { $places }
coach-player-set = <b>{ $movement }</b> · set { $number } of { $sets }
coach-player-round = <b>{ $movement }</b> · round { $number } of { $sets }
coach-player-cue = Cue: { $cue }
coach-player-ramp = Building up: light and crisp.
coach-player-ask-load = Which load? Choose, or type “52.5 kg”: I keep it for next time.
coach-player-then = Next: { $what }
coach-player-resting = ⏱ Rest until { $until }. I’ll ring at the end.
coach-player-rest-over = ⏱ <b>Rest is over, your turn.</b>

coach-player-set-done = ✓ Set done
coach-player-list-done = ✓ Done
coach-player-skip = Skip
coach-player-swap = Swap
coach-player-see = See it
coach-player-see-number = See { $number }
coach-player-stop = Stop here
coach-player-rest = ⏱ Rest { $rest }
coach-player-quiet = 🔕 No ringing
coach-player-back = ‹ Back

coach-player-clock-start = ▶ Start the clock
coach-player-clock-done = ✓ Finished: log my time
coach-player-running = Clock: <b>{ $passed }</b> (started at { $since })
coach-player-until = Ends at { $until }, { $left } left
coach-player-minute = Minute <b>{ $minute }</b> of { $minutes }
coach-player-rounds = Rounds done: <b>{ $rounds }</b>
coach-player-round-more = +1 round ({ $rounds })
coach-player-look = 🔄 Where am I
coach-player-time-over = ⏱ <b>{ $length }: time.</b> Put everything down, breathe, then log your result.
coach-player-note-result = Log my result

coach-player-ask-swap = <b>{ $movement }</b>: why change it?
coach-player-no-equipment = The kit is missing
coach-player-hurts = It hurts
coach-player-swapped = Instead: { $movement }.
coach-player-swapped-pain = Instead, without loading that spot: { $movement }. If it still hurts, skip it, and tell me with /pain
coach-player-no-swap = I have nothing equivalent: skip this movement.

coach-player-ask-effort =
    <b>Done. How hard was it?</b>
    1: nothing · 5: steady · 8: very hard · 10: the most you can
coach-player-resume = ‹ Back to the session
coach-player-drop = Don’t count it
coach-player-dropped = Fine, it doesn’t count. Another one whenever you like: /session
coach-player-noted = { $count ->
    [0] ✓ Noted: effort { $rpe } out of 10.
    [one] ✓ Noted: { $count } set, effort { $rpe } out of 10.
   *[other] ✓ Noted: { $count } sets, effort { $rpe } out of 10.
}
coach-player-result = { $block }: { $rounds ->
    [0] { $time }
    [one] { $rounds } round, { $time }
   *[other] { $rounds } rounds, { $time }
}
coach-player-next-time =
    <b>Next time</b>
    { $lines }
coach-player-already = Already noted.
coach-player-old = This screen is from before. Where you are: /session
coach-player-over = That session is over. Another one: /session
coach-player-amount-noted = { $amount } for this set.
coach-player-load-noted = { $kg } kg, noted.
