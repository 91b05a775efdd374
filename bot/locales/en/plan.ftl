# The plan in the chat: overview, weeks, days.
plan-title = <b>Your { $goal } plan: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}</b>
plan-title-race = <b>{ $race }: { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}</b>
plan-dates = From { $first } to { $last }, { $count } sessions a week.
plan-volume = From { $start } in the first week to { $peak } at the peak.
plan-phases = <b>The stages</b>
plan-phase = <b>{ $name }</b>, { $first ->
    [0] week { $last }
   *[other] weeks { $first } to { $last }
}: { $purpose }
plan-paces = <b>Your paces</b>
plan-pace-E = <b>{ $pace }</b> easy: you can talk in sentences
plan-pace-M = <b>{ $pace }</b> marathon: steady, you talk in snatches
plan-pace-T = <b>{ $pace }</b> threshold: hard but stable, an hour at most
plan-pace-I = <b>{ $pace }</b> interval: hard, 3 to 5 minutes at a time
plan-pace-R = <b>{ $pace }</b> fast: short and relaxed, with full recovery
plan-no-paces =
    <b>Your efforts</b>, from 1 to 10
    <b>3</b> easy: you talk in sentences
    <b>5</b> steady: you talk in snatches
    <b>8</b> hard: two words at most
plan-notices = <b>Good to know</b>
plan-bullet = • { $text }
plan-maintenance = Until then, a few easy weeks are waiting for you: find them in /today.
plan-next = Next: have a look at your first week.
plan-button-week = See my week
plan-button-first-week = See week 1
plan-button-today = Today
plan-button-tips = Tips
plan-button-overview = The plan
plan-button-new = Prepare a new plan

plan-tips-title = <b>Tips for this plan</b>
plan-tips-way-back = <b>Your injury</b>
plan-tips-nutrition = <b>Eating and drinking</b>
plan-tips-recovery = <b>Recovering</b>
plan-tips-mental = <b>The head</b>

plan-chart-title = Kilometres a week
plan-chart-title-in-miles = Miles a week
plan-chart-week = Week
plan-chart-long-run = Longest run
plan-chart-recovery = Easier week
plan-chart-race = Race
plan-chart-caption = Each bar is a week, the line is your longest run.
plan-chart-alt = Chart: { $weeks } weeks, from { $start } to { $peak } a week. Longest run: { $longest }.
plan-chart-alt-phase = { $name }: { $first ->
    [0] week { $last }
   *[other] weeks { $first } to { $last }
}.

week-title = <b>Week { $number } of { $total }</b> · { $phase }
week-title-plain = <b>Week { $number } of { $total }</b>
week-dates = { $first } – { $last } · { $km }
week-rest = rest
week-easy = Easy run
week-day = { $day } · { $what }
week-today = <b>▸ { $day } · { $what }</b>
week-done = ✓ { $day } · { $what }
week-hint = Tap a day for the details.
week-hint-strength = 💪: strength work that day. Tap a day for the details.
week-button-week = Week { $number }
week-button-previous = ◀ Week { $number }
week-button-next = Week { $number } ▶

day-title = <b>{ $date }</b>
day-session = <b>{ $type }</b>
day-effort = effort { $rpe } out of 10
day-pace = Pace: <b>{ $pace }</b>
day-warm-up = Warm-up: { $minutes } easy
day-cool-down = Cool-down: { $minutes } easy
day-work = { $repetitions ->
    [1] { $length }
   *[other] { $repetitions } × { $length }
}{ $target }{ $recovery }
day-target-pace = {" "}at { $pace }
day-target-zone-E = {" "}easy
day-target-zone-M = {" "}at marathon pace
day-target-zone-T = {" "}at threshold, hard but stable
day-target-zone-I = {" "}at a hard effort
day-target-zone-R = {" "}fast and relaxed
day-target-zone-hill = {" "}uphill
day-target-zone-effort = {" "}by effort
day-recovery-jog = , { $length } jog to recover
day-recovery-walk = , { $length } walk to recover
day-recovery-rest = , { $length } standing to recover
day-rpe = <i>RPE: how hard it feels, from 1 (walking) to 10 (all-out).</i>
day-climb = Climb: { $climb }
day-why = <b>Why:</b> { $why }
day-strength = <b>Strength</b>, { $minutes } after your run
day-exercise = • { $name }: { $prescription }
day-rest = <b>Rest.</b> Nothing to do: today is when your body absorbs the work.
day-rest-other = <b>Rest.</b> Nothing to run that day.
day-next = Next session: { $date }, { $what }.
day-button-previous = ◀ { $day }
day-button-next = { $day } ▶
day-not-yet = Your plan starts { $date }. Until then, run easy if you feel like it: 20 to 30 minutes where you can talk.
day-over = Your plan ended on { $date }. Take a light week, then prepare the next one.
day-maintenance-soon = Your easy weeks start { $first }, and your plan on { $date }. Until then, run easy if you feel like it: 20 to 30 minutes where you can talk.
day-maintenance = Your plan starts on { $date }. Until then, we keep you ticking over:

plan-none = You don’t have a plan yet. Two minutes of questions, and it’s here.
plan-none-button = Start
plan-have = You already have a plan. What would you like to do?
plan-have-show = See my plan
plan-gone = This button belongs to an earlier plan. Here is the current one:
plan-translated = Your plan is now in English.
