# /settings: what a plan is sized on, and where and how the runner is spoken to.
settings-title = <b>Your settings</b>
settings-line-sessions = Sessions: <b>{ $count } a week</b>
settings-line-days = Possible days: <b>{ $days }</b>
settings-line-any-days = Possible days: <b>any</b>
settings-line-long-run-day = Long run: <b>{ $day }</b>
settings-line-any-long-run-day = Long run: <b>best day</b>
settings-line-volume = You run: <b>{ $km } a week</b>
settings-line-no-volume = You run: <b>not given</b>
settings-line-longest-run = Longest run this month: <b>{ $km }</b>
settings-line-no-longest-run = Longest run this month: <b>not given</b>
settings-line-time-zone = Time zone: <b>{ $zone }</b>
settings-button-sessions = Sessions
settings-button-days = Days
settings-button-long-run-day = Long run
settings-button-volume = Km a week
settings-button-longest-run = Longest run
settings-button-reference = Recent time
settings-button-time-zone = Time zone
settings-button-back = ‹ Settings
settings-button-done = That’s all
settings-button-rebuild = Rebuild my plan
settings-button-keep = Keep the old one

settings-ask-sessions =
    <b>How many sessions a week?</b>
    Tap or type a number from 2 to 7.
settings-ask-days =
    <b>Which days can you run?</b>
    Tap your days, or type them: “Tuesday, Thursday, weekend”.
settings-ask-long-run-day =
    <b>Which day for the long run?</b>
    One with time to spare, and a quiet day after it.
settings-ask-volume =
    <b>How many kilometres a week right now?</b>
    The average of the last month: the plan starts from there.
settings-ask-longest-run =
    <b>Your longest run of the last month?</b>
    The plan goes at most 10% beyond it at a time. Tap or type the kilometres.
settings-ask-reference =
    <b>What is your recent time?</b>
    A race or a test of the last three months: your paces come from it. Type the time and the distance, like “45:30 over 10” or “half 1:45:00”.
settings-no-reference = No recent time
settings-ask-time-zone =
    <b>Where do you live?</b>
    So that “today” is yours. Tap a city, or type your own.
settings-count = { $count }
settings-day = { $day }
settings-day-chosen = ✓ { $day }
settings-any-day = Any day
settings-km = { $km }
settings-days-missing = For { $count } sessions I need at least { $count } days.
settings-unclear = I didn’t get that answer. Tap a button, or reply in a few words.
settings-unknown-place = I can’t find that city. Type the nearest big city.

settings-before = Before: { $sessions } sessions, { $weeks } weeks, from { $start } to { $peak }.
settings-after = After: { $sessions } sessions, { $weeks } weeks, from { $start } to { $peak }.
settings-same-volume = The kilometres stay the same, only the days change.
settings-same-km = The kilometres stay the same.
settings-paces = Easy pace: { $before } before, { $after } after.
settings-by-effort = by effort
settings-offer = Your plan still follows the old settings. Shall I rebuild it?
settings-rebuilt = Your new plan is ready, starting { $date }.
settings-kept = Your plan stays as it is.
settings-saved = Noted.
settings-no-plan = The rest is set with your plan: /start

# The screens of /settings
settings-sum-style-km = We speak <b>English</b>, in <b>kilometres</b>, in a <b>{ $tone }</b> tone
settings-sum-style-mi = We speak <b>English</b>, in <b>miles</b>, in a <b>{ $tone }</b> tone
settings-button-plan = 🏃 My plan
settings-button-messages = 🔔 My messages
settings-button-style = 🌐 Language, units, tone
settings-button-data = 🔒 My data
settings-button-back-to-plan = ‹ My plan
settings-plan-title = <b>What makes your plan</b>
settings-style-title = <b>Language, units, tone</b>
settings-style-example = I would tell you, for example: “10.5 km at 5:30/km. How do you feel?”
settings-style-example-warm = I would tell you, for example: “10.5 km at 5:30/km. And you, how do you feel this morning?”
settings-style-example-direct = I would tell you, for example: “10.5 km at 5:30/km. Feeling?”
settings-units-km = Kilometres
settings-units-mi = Miles
settings-tone-neutral = neutral
settings-tone-warm = warm
settings-tone-direct = direct
settings-chosen = ✓ { $name }
settings-data =
    <b>Your data</b>
    It is yours: read what I keep, take it with you, or erase it all.
settings-button-privacy = What I keep, and why
settings-button-export = Get a copy
settings-button-erase = Erase everything
settings-ask-volume-in-miles =
    <b>How many miles a week right now?</b>
    The average of the last month: the plan starts from there.
settings-ask-longest-run-in-miles =
    <b>Your longest run of the last month?</b>
    The plan goes at most 10% beyond it at a time. Tap or type the miles.
log-ask-km-in-miles = How many miles did you run? Tap, or write them: “4”.

# Messages that come by themselves
reach-title = <b>My messages</b>
reach-morning = In the morning: <b>around { $time }</b>
reach-morning-off = In the morning: <b>nothing</b>
reach-evening = In the evening after a session: <b>around { $time }</b>
reach-evening-off = In the evening: <b>nothing</b>
reach-weekly = The summary: <b>Sunday around { $time }</b>
reach-weekly-off = The Sunday summary: <b>no</b>
reach-quiet = Quiet hours: <b>{ $begins } to { $ends }</b>, I write nothing of my own.
reach-no-quiet = Quiet hours: <b>none</b>
reach-paused = ⏸ <b>Paused until { $date } included.</b>
reach-button-evening = Evening
reach-button-weekly-on = Get the Sunday summary
reach-button-weekly-off = No more Sunday summary
reach-button-quiet = Quiet hours
reach-button-pause = Take a break
reach-button-resume = End the break
reach-button-back = ‹ My messages
reach-ask-evening =
    <b>At what time in the evening?</b>
    On session days I ask how it went.
reach-button-evening-off = Write nothing in the evening
reach-ask-quiet =
    <b>When do you want quiet?</b>
    Nothing will come by itself at those hours. The morning question keeps the hour you chose.
reach-button-span = { $begins } – { $ends }
reach-button-no-quiet = None
reach-ask-pause =
    <b>A break of how long?</b>
    No more messages in the morning, in the evening or on Sunday. Tap, or write the last day: “15 January”.
reach-button-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
reach-paused-until = ⏸ On a break until <b>{ $date }</b> included. I still answer when you write.
reach-pause-plan = Your plan goes on as it is. If you do not run meanwhile, I can adapt it: you will see the change before you decide.
reach-button-adapt = Adapt my plan
reach-pause-unclear = I did not get that date. Write a day within six months, like “15 January”.
