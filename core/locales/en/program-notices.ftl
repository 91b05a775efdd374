# What runners must know about their plan
notice-compressed = There { $weeks ->
    [one] is { $weeks } week
   *[other] are { $weeks } weeks
} left and preparing a { $distance } takes { $least }: I will not force the progression, the target becomes to finish. A race on { $date } or later would leave you the time.
notice-starts-later = Your race is far away: the { $weeks }-week plan begins on { $date }. Until then, { $count ->
    [one] { $count } easy week
   *[other] { $count } easy weeks
} to stay fit.
notice-no-reference = Without a recent time, your sessions go by effort (RPE from 1 to 10). Once 20 minutes without walking are easy, run a 5K as well as you can, give me the result in /settings, and I will give you your paces.
notice-no-reference-injury = Without a recent time, your sessions go by effort (RPE from 1 to 10). No test while it hurts: once your plan is back to speed without pain, run a 5K as well as you can, give me the result in /settings, and I will give you your paces.
notice-no-reference-run = Without a recent time, your sessions go by effort (RPE from 1 to 10). One day when you feel fresh, run a 5K as well as you can, give me the result in /settings, and I will give you your paces.
notice-no-reference-test = Without a recent time, your sessions go by effort (RPE from 1 to 10). A test is planned on { $day } of week { $week }: give me the result in /settings, and I will give you your paces.
notice-heat = { $temperature } °C expected: allow { $percent }% more time ({ $pace }), start running in the warm on { $date }, drink 400 to 800 ml an hour with salt.
notice-heat-effort = { $temperature } °C expected: allow { $percent }% more time, set off by effort and not by pace, start running in the warm on { $date }, drink 400 to 800 ml an hour with salt.
notice-altitude = Race at { $altitude } m: the thinner air takes about { $percent }% of your breath. Arrive two weeks ahead, or in the last 24 hours, and run by effort.
notice-health = { $advice }
notice-injury = { $summary } { $rule }
notice-injury-back = The way back, week { $week }: { $text }
notice-injury-other = You mention your { $part }: the plan is not adapted for that. If the pain lasts more than a few days or makes you limp, see a clinician before running.
notice-layoff = After { $days } days off you restart at { $percent }% of your volume, all easy until week { $weeks }.
notice-layoff-vdot = After { $days } days off you restart at { $percent }% of your volume, all easy until week { $weeks }; your paces are { $loss }% slower.
notice-goal-from-race = Your race is { $km } km long: the plan prepares a { $distance }, not a { $goal }.
notice-realism = On your current times, expect { $expected } for the marathon: the formula says { $formula }, but under 64 km a week it is 5 to 7% too optimistic.
notice-realism-long = The distance asks for a { $needed } km run; from where you start, the plan gets to { $longest } km. Aim to finish, walking through the aid stations.
notice-realism-far = For your health, I advise against this race: the distance asks for a { $needed } km run and, from where you start, the plan only gets to { $longest } km. Choose a race around { $date }, or a shorter distance. If you run it all the same, mix running and walking from the start.
notice-realism-long-later = The distance asks for a { $needed } km run; from where you start, the plan gets to { $longest } km. Aim to finish, walking through the aid stations, or choose a race around { $date }: you would have the time to get there.
notice-realism-two = With { $sessions } sessions a week, you prepare a { $distance } to finish it; one more session changes a lot.
notice-two-runs = With two sessions a week both get long (up to { $long } km on the long day and { $other } km on the other): a third, short one would spread the effort.
notice-ultra-beginner = An ultra takes several years of running: this plan gets you through by mixing walking and running; talk to a sports doctor about it.
notice-days = You have { $available } free days for { $sessions } sessions: I added { $days }. Change them in the settings if needed.
