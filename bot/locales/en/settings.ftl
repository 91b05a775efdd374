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
settings-line-language = Language: <b>English</b>
settings-line-time-zone = Time zone: <b>{ $zone }</b>
settings-button-sessions = Sessions
settings-button-days = Days
settings-button-long-run-day = Long run
settings-button-volume = Km a week
settings-button-longest-run = Longest run
settings-button-reference = Recent time
settings-button-language = Language
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
