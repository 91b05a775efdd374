# The first conversation. Every question says what to tap or to type; "-expected" follows an answer not understood.

onboarding-welcome =
    Hi{ $name }! I’m RunCoach, your running coach.

    Seven questions, two minutes, and you have your plan, week by week.

    <b>Before we start</b>
    • I keep your answers, your plan and your sessions, to coach you. Details: /privacy
    • I’m no substitute for a doctor. Chest pain, fainting, unusual breathlessness: get checked before you run.
    • /erase deletes everything, any time.
onboarding-welcome-start = Agreed, let’s go
onboarding-welcome-fr = Passer en français
onboarding-welcome-en = Continue in English
onboarding-welcome-expected = Tap “Agreed, let’s go” to start, or type “yes”.

onboarding-level =
    <b>Where are you with running?</b>
    Your level sets how much of the plan is easy and how fast it builds.
onboarding-level-beginner = Beginner: just starting
onboarding-level-intermediate = Intermediate: I run
onboarding-level-advanced = Advanced: I race
onboarding-level-expected = Tap one of the three buttons, or type “beginner”, “intermediate” or “advanced”.

onboarding-goal = <b>What are you training for?</b>
onboarding-goal-5k = 5K
onboarding-goal-10k = 10K
onboarding-goal-half = Half marathon
onboarding-goal-marathon = Marathon
onboarding-goal-endurance = Run better, no race
onboarding-goal-expected = Tap a button, or type “5K”, “10K”, “half”, “marathon” or “endurance”.

onboarding-sessions =
    <b>How many sessions a week?</b>
    Pick the number you can keep even in a busy week: being regular counts more than the total.
onboarding-sessions-choice = { $count }
onboarding-sessions-expected = I need a whole number from 2 to 7, for example “3”.

onboarding-race =
    <b>Are you training for a race?</b>
    Type its name (“London Marathon”), its date (“12 April”), or both. Or pick how far away it is.
onboarding-race-skip = No race planned
onboarding-race-expected = Type the name of a race, a date like “12 April” or “in 12 weeks”, or tap “No race planned”.
onboarding-weeks-choice = { $count } weeks
onboarding-race-pick =
    <b>Which one is it?</b>
    This is what looks like “{ $searched }”. You can also type another name.
onboarding-race-unknown =
    <b>I don’t know “{ $searched }”.</b>
    Type another name, or the name with its distance and climb: “Ridge Trail 24 km 900 D+”.
onboarding-race-choice = { $race }
onboarding-race-keep = Keep this name
onboarding-race-pick-expected = Tap a race in the list, or type another name.
onboarding-race-date =
    <b>What day is your race?</b>
    { $race }: type the date (“12 April”), or pick how far away it is.
onboarding-race-date-month =
    <b>What day is your race?</b>
    { $race } is usually in { $month }. Type the date, or pick how far away it is.
onboarding-race-date-skip = I don’t know yet
onboarding-race-date-expected = Type a date like “12 April” or “12 April 2027”, or tap “I don’t know yet”.
onboarding-date-near = { $date } is less than a week away: too short for a plan. Rest, run it, and choose the next one here.
onboarding-date-far = { $date } is more than 18 months away. Choose a nearer race: we’ll prepare the other one afterwards.
onboarding-race-goal =
    <b>Shall we adjust your goal?</b>
    { $race } is { $distance }, and your goal is { $goal }. A { $goal } plan won’t prepare you well for it.
onboarding-race-goal-switch = Train for: { $goal }
onboarding-race-goal-keep = Keep: { $goal }
onboarding-race-goal-other = Choose another race
onboarding-race-goal-expected = Tap one of the buttons, or type “change” or “keep”.

onboarding-reference =
    <b>Do you have a recent time?</b>
    From the last six months, run all-out: I work out your paces from it. Type it (“45:30 for 10K”) or pick the distance.
onboarding-reference-5k = 5K
onboarding-reference-10k = 10K
onboarding-reference-half = Half
onboarding-reference-marathon = Marathon
onboarding-reference-skip = No recent time
onboarding-reference-expected = Type a time and its distance, like “45:30 for 10K” or “half 1:45:00”, or tap “No recent time”.
onboarding-reference-time =
    <b>Your recent time: { $distance }</b>
    Pick the closest, or type it exactly.
onboarding-time-choice = { $time }
onboarding-reference-time-skip = No recent time
onboarding-reference-time-expected = Type a time like “45:30” or “1:45:00”, or tap the closest.

onboarding-volume =
    <b>How many kilometres a week do you run right now?</b>
    The average of the last month. Your first week starts from there, no higher.
onboarding-volume-0 = not running yet
onboarding-volume-0-10 = under 10 km
onboarding-volume-10-20 = 10 to 20 km
onboarding-volume-20-35 = 20 to 35 km
onboarding-volume-35-50 = 35 to 50 km
onboarding-volume-50-70 = 50 to 70 km
onboarding-volume-70-more = over 70 km
onboarding-volume-skip = I don’t know
onboarding-volume-expected = Tap a range, or type a number of kilometres like “25” or “12.5”.

onboarding-injuries =
    <b>Any pain or injury, now or in the last few months?</b>
    Tap what applies, or tell me in a sentence. I’ll adapt the plan.
onboarding-injuries-noted =
    <b>Any pain or injury, now or in the last few months?</b>
    Your note: “{ $note }”. Tap what applies, or type a new sentence.
onboarding-injuries-knee = Knee
onboarding-injuries-knee-chosen = ✓ Knee
onboarding-injuries-achilles = Achilles tendon
onboarding-injuries-achilles-chosen = ✓ Achilles tendon
onboarding-injuries-shin = Shin splints
onboarding-injuries-shin-chosen = ✓ Shin splints
onboarding-injuries-skip = None of these
onboarding-injuries-done = That’s all
onboarding-injuries-expected = Tap the buttons, or type a sentence like “left knee sore going downhill”.

onboarding-injuries-others = I’ll keep your note ({ $text }), but the plan only adapts by itself for the knee, the Achilles tendon and the shin. Have anything that lasts over two weeks looked at.
onboarding-health = ⚠️ { $text }

onboarding-summary =
    <b>Did I get it right?</b>

    { $lines }

    If so, I’ll make your plan.
onboarding-summary-create = Create my plan
onboarding-summary-edit = Change
onboarding-summary-expected = Tap “Create my plan” or “Change”, or type “yes”.
onboarding-agreed =
    Agreed. This is where you start from:

    { $lines }
onboarding-restarted = We start again.
onboarding-edit = <b>What would you like to change?</b>
onboarding-edit-level = Level
onboarding-edit-goal = Goal
onboarding-edit-sessions = Sessions
onboarding-edit-race = Race
onboarding-edit-reference = Recent time
onboarding-edit-volume = Kilometres
onboarding-edit-injuries = Injuries
onboarding-edit-back = Nothing, back to summary
onboarding-edit-expected = Tap the line to change, or type its name: “goal”, “sessions”…

onboarding-button-back = ‹ Back
onboarding-button-cancel = Stop
onboarding-button-resume = Continue
onboarding-button-restart = Start again
onboarding-button-quit = Stop and erase
onboarding-resume =
    <b>We stopped halfway.</b>
    Your answers are still here. Shall we go on, or start again?
onboarding-quit =
    <b>Stop here?</b>
    Your answers to these questions will be erased.
onboarding-quit-done = Stopped, and your answers are erased. To begin again: /start
onboarding-nothing-to-quit = There is nothing to stop. The menu: /help

onboarding-recorded = ✓ { $line }
onboarding-stale = This button is no longer valid. This is where we are:
onboarding-already = Already noted.
onboarding-too-long = That’s a little long for me: one sentence is enough.
onboarding-unreadable = { $kind ->
    [voice] I can’t listen to voice messages.
    [sticker] Nice, but I can’t read stickers.
    [photo] I can’t look at photos.
    [document] I don’t need a file here.
    [location] I don’t need your location.
   *[other] I can’t read this message.
}
onboarding-edited = Your correction is in.
onboarding-edit-unclear = I saw your correction but couldn’t apply it here: at the end, tap “Change” to change that answer.
onboarding-lost = RunCoach has changed in the meantime and I couldn’t read your answers back. We start again.
onboarding-first = You need a plan first. This is where we are:
