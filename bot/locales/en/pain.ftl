# Pain, illness, graded return.
pain-ask-site = <b>Where does it hurt?</b>
pain-ask-side = <b>{ $site }</b>: which side?
pain-ask-level = <b>{ $place }</b>: how much, from 0 (nothing) to 10 (unbearable)?
pain-side-left = Left
pain-side-right = Right
pain-side-both = Both sides
pain-place-left = left { $site }
pain-place-right = right { $site }
pain-place-both = { $site } (both sides)
pain-noted = <b>{ $place }: { $level } out of 10</b>
pain-watch = That is little: keep the planned session and watch it. If the pain rises while you run, stop and walk.
pain-held = While it is there your sessions allow for it, and I’ll ask again tomorrow morning.
pain-better = Good news: you go up a step.
pain-same = We stay on this step.
pain-back = The pain is back: we go down a step, without forcing.
pain-much = At this level we do not run. If it lasts more than a week or keeps you from walking normally, show it to a doctor or physio.
pain-closed = The way back is done: your plan goes on as planned. Ease into it.
pain-title = <b>Your pains</b>
pain-none = Nothing noted. Good.
pain-history = <b>{ $place }</b>: { $levels }
pain-button-note = Note a pain
pain-button-correct = Correct
pain-unclear = Tell me the place, the side and a number from 0 to 10: “left knee 4”.

illness-ask =
    <b>Where do you feel it?</b>
    That decides: a plain cold leaves room for easy running, a fever never does.
illness-button-below = Fever, cough, stomach, aches
illness-button-above = Nose or throat only
illness-below = <b>Complete rest.</b> Running with a fever can reach the heart. Drink, sleep; we start again when you have had no symptom for 24 hours. If it gets worse or lasts more than three days, see a doctor.
illness-above = <b>A cold: short and easy.</b> If it goes down to the chest or a fever comes, we stop.

gate-name-illness = illness
gate-name-red-flag = medical opinion
gate-step = Step { $number } of { $total }: { $what }.
gate-step-days = At least { $days ->
    [one] { $days } more day
   *[other] { $days } more days
}.
gate-step-rest = rest
gate-step-run-walk = run and walk, one minute each
gate-step-short-easy = easy and shorter
gate-step-easy = easy, at the planned distance
gate-ask-pain = <b>{ $place }</b> this morning, from 0 to { $most }?
gate-ask-illness = How is the illness this morning?
gate-ask-red-flag = The sign you told me about, this morning?
gate-ask-cleared = Nothing to run until a doctor agrees. Tell me when that is done.
gate-button-illness-quiet = No symptom for 24 h
gate-button-illness-some = Still a bit ill
gate-button-illness-much = Fever, or worse
gate-button-red-flag-quiet = Nothing, all good
gate-button-red-flag-much = It came back
gate-button-cleared-cleared = A doctor gave the green light
gate-cleared = Thank you for having it checked. We start again in small steps.
gate-red-flag-back = We stop again. See a doctor before you go on; if it is strong or sudden, call your emergency number (112, 999 or 911).
gate-feeling = And how do you feel today?
red-flag-load-off = Until then nothing to run: each day of your plan becomes rest until a doctor agrees. Then we start again step by step.
red-flag-care = As for running, nothing is expected of you right now.
gate-ask-care = Nothing is expected of you today. If you want to talk to someone: 988 in the US and Canada, 116 123 in the UK and Ireland, day and night. Running will wait for you.
gate-button-care-cleared = I want to run again
gate-care-back = Good to have you back. We start again in small steps.
command-pain = Note a pain, see the history
