# Life happens: a change of the plan shown before it is made, the menu of changes, the journal.
command-change = Change your plan: a day off, a holiday
command-journal = The last changes of your plan

life-menu =
    <b>What changes?</b>

    You can also write it: “Tuesday is impossible”, “move my long run to Sunday”, “holiday from December 12 to 20”.
life-menu-day = A day I can’t run
life-menu-trip = Several days away
life-menu-pause = A holiday without running
life-menu-move = Move a session
life-menu-ease = Make it easier
life-menu-skip = Skip a session

life-ask-day = <b>Which day is impossible?</b>
life-ask-trip = <b>Which is the first day?</b>
life-ask-trip-end = From { $first }. <b>And the last day?</b>
life-ask-rest = <b>When does your holiday begin?</b> For other dates, write “holiday from December 12 to 20”.
life-ask-rest-length = From { $first }. <b>How many days without running?</b>
life-ask-which-days = <b>Which days do you mean?</b>
life-ask-start = <b>{ $days } days from when?</b>
life-ask-session-move = <b>Which session do you want to move?</b>
life-ask-session-skip = <b>Which session do you want to skip?</b>
life-ask-session-ease = <b>What shall we make easier?</b>
life-ask-to =
    <b>{ $what }, { $day }</b>
    Which day instead?
life-no-other-day =
    <b>{ $what }, { $day }</b>
    No other day of this week will do: two hard sessions would follow each other, or the week is full. You can make it easier or skip it.
life-button-today = Today
life-button-swap = { $day } (swap)
life-button-days = { $days } days
life-button-week = The whole week
life-button-next-week = Next week
life-button-ease = Make it easier
life-button-skip = Skip it
life-button-span = { $first } to { $last }

life-title-away = <b>No running: { $days }</b>
life-title-pause = <b>A break: { $days }</b>
life-title-move = <b>{ $what }: { $from } → { $to }</b>
life-title-ease = <b>Easier: { $what }, { $from }</b>
life-title-skip = <b>Skipped: { $what }, { $from }</b>
life-title-lighten = <b>Week { $week } made lighter</b>
life-title-repeat = <b>Week { $week } again</b>
life-days-one = { $first }
life-days-list = { $first } and { $last }
life-days-span = { $first } to { $last }
life-week = <b>Week { $week }</b>: { $after } instead of { $before }
life-day =
    { $day } · { $before }
    → { $after }
life-day-off = { $day } · <s>{ $before }</s> → rest
life-later = { $weeks ->
    [one] And { $weeks } other week a little lighter.
   *[other] And { $weeks } other weeks a little lighter.
}
life-why = <b>Why</b>
life-costs = <b>What it costs the plan</b>
life-bullet = • { $text }
life-not-yet = Nothing has changed yet.
life-reason-moved = The session changes day, never two hard sessions in a row.
life-reason-swapped = The two sessions swap days.
life-reason-made-room = The session that matters most takes the place of an easy run.
life-reason-dropped = No other day will do: the session goes, and is not made up for.
life-reason-skipped = A skipped session is not made up for: on to the next one.
life-reason-eased = Easy running: less intensity for a week that stays in balance.
life-reason-fewer = One repetition less: hard work keeps to its share of the week.
life-reason-shorter = A little shorter: a run keeps to its share of the week and of your last runs.
life-reason-off = No running on those days, and nothing to make up for.
life-reason-way-back = Afterwards, for as long as the break: shorter and all easy, then up again.
life-reason-follow = After that, never more than 10% over your last real week.
life-reason-lighter = Fewer kilometres and nothing hard, time to breathe.
life-reason-race-stays = The race itself does not move.

life-button-apply = Apply
life-button-cancel = Cancel
life-button-undo = Undo this change
life-button-journal = The journal
life-button-again = Change something else
life-applied =
    ✓ Done. { $title }
    Your plan is up to date: /week. You can go back for 24 h.
life-left = Your plan stays as it is.
life-undone = ✓ Undone: your plan is exactly as it was.
life-already = That is done already.
life-stale = Your plan has changed since: I did nothing. Tell me again what you want, or choose in /change.
life-undo-stale = One of these sessions has changed or been logged since: this change can no longer be undone.
life-undo-late = More than 24 h have passed: this change can no longer be undone. For another one: /change
life-undo-newer = Undo the newest change first, in /journal.
life-gone = This button no longer works. To change your plan: /change

life-no-nothing = Nothing is planned then: your plan stays as it is.
life-no-race = The race does not move: it gives the plan its dates. For another race: /start
life-no-past = That day is over. To log what you did: /log
life-no-told = This session is logged already: it no longer changes.
life-no-other-week = A session only changes day inside its week, otherwise the next one would overflow.
life-no-breaks = I don’t offer it, it would break your plan:
life-no-outside = That is outside your plan. Your week: /week
life-no-session = I can’t find that session in the days ahead. Your week: /week
life-no-every-week = A day you can never run is set once and for all: /settings, “Days”.
life-instead = These days would do:

journal-title = <b>The last changes</b>
journal-empty = Nothing has changed in your plan. To change something: /change
journal-line = { $date } · { $who } · { $what }
journal-line-undone = { $date } · { $who } · <s>{ $what }</s> undone
journal-who-runner = you
journal-who-coach = coach
journal-who-check-in = check-in
journal-away = no running { $days }
journal-pause = a break { $days }
journal-move = { $what }: { $from } → { $to }
journal-ease = easier: { $what }, { $from }
journal-skip = skipped: { $what }, { $from }
journal-lighten = week { $week } made lighter
journal-repeat = week { $week } again
journal-check-in = { $before } → { $after }
journal-undo = Undo the last change
