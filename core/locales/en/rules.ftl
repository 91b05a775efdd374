# The breaches of a program, one sentence each, with the figures.
rules-days =
    .count = The week has { $entries } days instead of 7.
    .order = “{ $given }” cannot be day { $position } of a week that runs from Monday to Sunday.
rules-sessions =
    .range = The plan promises { $wanted } sessions a week: it takes 2 to 7.
    .count = { $held } sessions instead of exactly { $wanted } (and { $rest } rest days).
rules-rest =
    .content = A rest day holds no session, and this one does.
    .empty = This session has neither duration nor distance, or calls itself rest.
rules-intensity =
    .plan = { $intense } intense minutes out of { $minutes }, or { $percent }%: at most { $most }% over the whole plan.
    .week = { $intense } intense minutes out of { $minutes }, or { $percent }%: at most { $most }% in one week.
rules-growth =
    .week = { $km } km after { $reference } km in the last loading week (+{ $percent }%): at most { $most } km.
rules-recovery =
    .missing = { $weeks } loading weeks in a row: every third week must be lighter.
    .shallow = A recovery week of { $km } km after { $reference } km (−{ $percent }%): it takes −10 to −35%.
    .deep = A week of { $km } km after { $reference } km (−{ $percent }%): a lighter week stays between −10 and −35%.
rules-first-week =
    .large = { $km } km in the first week for { $current } km run today: at most { $most } km.
    .small = { $km } km in the first week for { $current } km run today: at least { $least } km.
rules-ceiling =
    .week = { $km } km in the largest week: at most { $most } km for this level and goal.
rules-longest-run =
    .spike = A run of { $km } km when the longest of the 30 days before is { $longest } km: at most { $most } km.
rules-long-run-share =
    .week = The longest run is { $km } km out of { $week } ({ $percent }%): at most { $most }% of the week.
rules-long-run-minutes =
    .run = A run of { $minutes } minutes: at most { $most } minutes.
rules-hard-days =
    .row = Two hard days in a row: { $first }, then { $second }.
rules-hard-sessions =
    .week = { $held } hard sessions in the week: at most { $most } at this level.
rules-session-cap =
    .km = { $km } km of { $zone } work in a week of { $week } km: at most { $most } km.
    .marathon-minutes = { $minutes } minutes at marathon pace in one session: at most { $most }.
rules-interval-length =
    .repetition = I repetitions of { $minutes } minutes: at most { $most } minutes.
rules-interval-recovery =
    .recovery = { $recovery } minutes of recovery for I repetitions of { $minutes } minutes: never longer than the effort.
rules-taper =
    .window = The taper begins { $days } days before the race: it takes { $least } to { $most }.
    .cut = { $km } km in the 6 days before the race for { $reference } km at full load (−{ $percent }%): it takes −{ $least } to −{ $most }%.
rules-last-hard =
    .days = The last hard session comes { $days ->
        [one] { $days } day
       *[other] { $days } days
    } before the race: it takes 2 to 5 days.
rules-longest-run-place =
    .window = The longest run ({ $km } km) falls { $days } days before the race: it takes { $least } to { $most } days.
    .short = The longest run stops at { $km } km: growth left room for the { $needed } km the race asks for.
rules-no-reference =
    .pace = The pace “{ $pace }” is given to the second though no reference time is known.
    .notice = No reference time: the plan must say so and propose a test run.
rules-run-walk =
    .first-week = For someone who does not run yet, the first week must alternate running and walking.
rules-injury =
    .notice = An injury is declared and the plan says nothing of it.
    .hard = A hard session in the first { $weeks } weeks, which stay easy with this injury ({ $site }).
    .left-out = This session still stays out with this injury ({ $site }).
rules-race-trail =
    .hills = The race is a trail and no session climbs.
    .descents = The race is a trail and nothing prepares for technical descents.
    .proprioception = The race is a trail and nothing trains proprioception.
rules-race-ultra =
    .nutrition = The race is an ultra and there is no advice on nutrition.
    .mental = The race is an ultra and nothing prepares the mind.
    .back-to-back = The race is an ultra and no two long runs follow each other on two days.
rules-race-heat =
    .notice = The race is run in the heat and the plan does not warn of it.
    .hydration = The race is run in the heat and nothing speaks of hydration.
rules-totals =
    .week = The week says { $said } km and its sessions make { $held }.
rules-weeks =
    .total = The plan says { $said } weeks and holds { $held }.
    .number = The week numbered { $said } stands in place { $place }.
rules-length =
    .long = { $held } weeks: at most { $most } for this goal.
    .short = { $held ->
        [one] One week
       *[other] { $held } weeks
    }: fewer than the { $least } of this goal, and the plan does not say so.
rules-phases =
    .cover = { $covering ->
        [0] No phase covers this week.
       *[other] { $covering } phases cover this week: it takes exactly one.
    }
    .outside = A phase reaches outside the { $held } weeks of the plan.
rules-dates =
    .day = This day is dated { $said } but falls on { $right }.
    .early = This session is placed before the plan begins.
rules-race-day =
    .missing = The plan does not end with the race of { $date }.
    .date = The race falls on { $found } in the plan instead of { $date }.
rules-figures =
    .pace = { $km } km in { $minutes } minutes ({ $pace }/km): that is not a running pace.
    .agreement = { $km } km in { $minutes } minutes make { $pace }/km, which contradicts the pace “{ $target }”.
    .parts = The parts of the session make { $parts } minutes, more than the { $minutes } stated.
