# Sunday evening: the week that was, the week that comes.
weekly-done = <b>Week { $number }</b>: { $done } run, { $planned } planned.
weekly-sessions = Sessions logged: { $done } of { $planned }.
weekly-extra = { $count ->
    [one] And one run on top of the plan.
   *[other] And { $count } runs on top of the plan.
}
weekly-nothing-told = Nothing is logged. If you ran: /log. If not, there is nothing to make up; the coming week starts as planned.
weekly-praise-longest = Your { $km } run is your longest in a month.
weekly-praise-all-done = { $count ->
    [one] The planned session is done, in full.
   *[other] All { $count } planned sessions are done, in full.
}
weekly-praise-easy = Your { $count } easy runs stayed easy, effort { $rpe } at most: that is where endurance is built.
weekly-praise-long = Your long run is done, { $km }: it is the one that teaches you to last.
weekly-praise-hard = Your hard session is done, { $date }, as planned.
weekly-praise-rested = You were tired on { $date } and did not force it: the right decision.
weekly-praise-ran = { $count ->
    [one] One run this week, { $km }: it counts.
   *[other] { $count } runs this week, { $km } in all: they count.
}
weekly-praise-answered = You said how you felt on { $count } mornings: I can set the load by that.
weekly-next = <b>Week { $number }</b>: { $km }
weekly-day = { $day } · { $what }
weekly-rest = <i>Rest: { $days }</i>
weekly-button-accept = Sounds good
weekly-button-lighten = Lighten
weekly-accepted = ✓ You’re set for this week.
weekly-last = Your plan ends this week. Take a light week, then prepare the next one: /start
