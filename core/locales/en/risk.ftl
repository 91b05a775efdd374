# Injury-risk score: level, the reason of each factor, what to do
risk-level-green = Low risk
risk-level-yellow = Moderate risk
risk-level-red = High risk

risk-volume-spike = Volume spike
risk-volume-spike-fine = { $km } this week against { $before } last week ({ $percent }%): growth stays within 10%.
risk-volume-spike-high = { $km } this week against { $before } last week: +{ $percent }%, beyond 10% the body struggles to follow.
risk-volume-spike-unknown = No kilometres last week: nothing to compare with.
risk-volume-spike-from-zero = { $km } this week after a week without running: your body has lost the habit.
risk-volume-spike-do-from-zero = Start again at half your usual volume, easy runs only, and build up the week after.
risk-volume-spike-do = Bring the week down to { $target } at most: shorten the easy runs first.

risk-intensity = Share of hard sessions
risk-intensity-fine = Hard sessions this week: { $hard } of { $sessions } ({ $percent }%), up to 20% is good.
risk-intensity-high = Hard sessions this week: { $hard } of { $sessions } ({ $percent }%), more than the 20% advised.
risk-intensity-do = { $allowed ->
    [one] Keep one hard session this week and turn the others into easy runs.
   *[other] Keep { $allowed } hard sessions this week and turn the others into easy runs.
}

risk-fatigue = Average fatigue
risk-fatigue-fine = You feel good: average fatigue { $mean } out of 3.
risk-fatigue-high = Average fatigue { $mean } out of 3 { $count ->
    [one] at your last check-in
   *[other] over your last { $count } check-ins
}.
risk-fatigue-unknown = No check-in yet: answer in the morning so that your fatigue counts.
risk-fatigue-do = Go lighter for two days: one rest day, then an easy run, and an earlier night.

risk-strength = Strength work
risk-strength-fine = { $count ->
    [one] One strength session
   *[other] { $count } strength sessions
} in { $days } days.
risk-strength-high = No strength work for { $days } days.
risk-strength-do = Add 15 minutes of strength after an easy run this week: calves, glutes, core.

risk-rest-days = Rest days
risk-rest-days-fine = { $days } rest days this week: that is enough.
risk-rest-days-high = { $days ->
    [0] No rest day this week, you need two.
   *[other] Only one rest day this week, you need two.
}
risk-rest-days-do = { $days ->
    [0] Replace two easy runs with two days of complete rest.
   *[other] Replace one easy run with a second day of complete rest.
}

risk-longest-run = Longest run
risk-longest-run-fine = No run is more than 10% longer than the longest of the 30 days before it.
risk-longest-run-high = A run of { $km }, while the longest of the 30 days before is { $longest }.
risk-longest-run-unknown = No runs before this week yet: nothing to compare with.
risk-longest-run-do-race = Your race is much longer than your recent runs: keep several days of rest or very easy running after it.
risk-longest-run-do = Keep your next long run to { $target } at most.
