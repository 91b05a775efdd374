# A run sent as a file: read, matched, compared.
activity-title = 🏃 <b>{ $day }</b>
activity-figures = { $distance } in { $time }
activity-climb = climb { $climb }
activity-heart-rate = { $beats } bpm
activity-stops = stops { $time }
activity-extra = Run outside the plan
activity-minutes = minutes of running
activity-asked = { $zone }, as planned
activity-run-line = your pace
activity-zone-E = Easy
activity-zone-M = Marathon pace
activity-zone-T = Threshold
activity-zone-I = Intervals
activity-zone-R = Repetitions
activity-zone-race = Race
activity-read-easy-kept = Easy pace kept: { $done } for { $target }. This is where endurance grows without wearing you down. Next: nothing to change.
activity-read-easy-fast = The distance is there; the pace was brisker than planned: { $done } for { $target }. A truly easy run saves your legs for the hard sessions. Next time: no faster than { $limit }.
activity-read-easy-slow = Run done, gentler than planned: { $done } for { $target }. On an easy day that does not matter: heat, ground or tiredness is enough. Next: keep running by ease, not by the watch.
activity-read-work-kept = { $zone }: { $done } for { $target } asked. The planned work is done, at the right pace. Next: the same restraint in the coming session.
activity-read-work-fast = { $zone }: { $done } for { $target } asked, faster than planned. Beyond it the session tires you more and trains something else. Next time: hold { $target }{ $tells ->
    [yes] ; if three sessions say the same, I’ll offer you other paces.
   *[no] .
 }
activity-read-work-slow = { $zone }: { $done } for { $target } asked. The effort matters more than the clock: wind, heat or tiredness is enough. Next time: start at the planned effort{ $tells ->
    [yes] ; if three sessions say the same, I’ll offer you other paces.
   *[no] .
 }
activity-read-work-fading = { $zone }: { $first } at first, { $last } at the end, for { $target } asked. A start that is too quick takes the energy of the finish. Next time: begin at about { $slower } and finish as you began.
activity-read-short = { $km } of { $planned } planned. A session cut short counts, and what is missing is not made up for. Next: the coming session as planned.
activity-read-by-effort = { $km } done. This session is run by effort: there is no pace to compare. Next: tell me how hard it felt, that is what counts.
activity-read-extra = Counted in your week and in your injury risk. Next: the coming session stays as planned; if you feel tired, say so in the morning.
activity-doubt-told = You have already told me about that day’s session. This file is:
activity-doubt-unlike = The length does not look like that day’s session. This was:
activity-doubt-none = Nothing was planned that day. This was:
activity-doubt-old = This run is more than a week old: I can count it, apart from your plan.
activity-ahead = This run is dated { $day }, in the future: check the time on your watch, then export it again.
activity-button-extra = An extra run
activity-button-drop = Don’t log it
activity-dropped = Not logged, and I keep nothing of it.
activity-duplicate = I already know this run ({ $figures }): nothing is counted twice.
activity-gone = This question is no longer open: send the file again if you like.
activity-or-course = This track has times, and the length of your race, { $race }. Is it a run of yours, or the course of the race?
activity-button-run = My run, to be logged
activity-button-course = The course of my race
# Other paces, after a race or three sessions that agree.
paces-offer-faster = ⏱ <b>You have outgrown your paces</b>
    Three sessions in a row faster than asked, at no more effort:
paces-offer-slower = ⏱ <b>Your paces may be a little quick</b>
    Three sessions in a row slower than asked, at the planned effort or more. Tiredness, heat, a busy life: it happens, and can be adjusted:
paces-offer-race = ⏱ <b>What this time says</b>
    { $performance } is a VDOT of { $vdot } (your level in one number).
paces-signal = • { $date }, { $zone }: { $done } for { $target }, effort { $told } ({ $planned } planned)
paces-change = VDOT { $before } → { $after }
paces-line = { $zone }: { $before } → { $after }
paces-first = { $zone }: { $pace }
paces-why = The sessions that are left keep their length; only their paces change. Nothing is changed yet.
paces-why-next = Your next plan will start from these paces. Nothing is changed yet.
paces-why-first = Your plan was run by effort; with this time I can write it in paces. Nothing is changed yet.
paces-button-apply = Apply
paces-button-keep = Keep
paces-same = { $performance } confirms your level (VDOT { $vdot }): your paces stay right.
life-title-paces = <b>New paces</b>: { $what }
journal-paces = paces: { $what }
