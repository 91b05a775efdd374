# Words for what a runner is and wants, used by every screen.
profile-level-beginner = beginner
profile-level-intermediate = intermediate
profile-level-advanced = advanced
profile-goal-5k = 5K
profile-goal-10k = 10K
profile-goal-half = half marathon
profile-goal-marathon = marathon
profile-goal-endurance = endurance
profile-injury-knee = knee
profile-injury-achilles = Achilles tendon
profile-injury-shin = shin

# The lines of the summary card; each begins with the name of its field.
profile-line-level = Level: <b>{ $level }</b>
profile-line-goal = Goal: <b>{ $goal }</b>
profile-line-sessions = Sessions: <b>{ $count } a week</b>
profile-line-race = Race: <b>{ $race }</b>, { $date }
profile-line-race-undated = Race: <b>{ $race }</b>, date to be set
profile-line-date = Date: <b>{ $date }</b>
profile-line-no-race = Race: <b>no date</b>
profile-line-reference = Recent time: <b>{ $time }</b> ({ $distance })
profile-line-no-reference = Recent time: <b>none</b>
profile-line-volume = Running now: <b>about { $km } a week</b>
profile-line-no-volume = Running now: <b>distance not given</b>
profile-line-injuries = To protect: <b>{ $sites }</b>
profile-line-injuries-note = To protect: <b>{ $sites }</b> ({ $note })
profile-line-note = Good to know: { $note }
profile-line-no-injuries = Injuries: <b>none</b>
