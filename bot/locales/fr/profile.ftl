# Words for what a runner is and wants, used by every screen.
profile-level-beginner = débutant
profile-level-intermediate = intermédiaire
profile-level-advanced = avancé
profile-goal-5k = 5 km
profile-goal-10k = 10 km
profile-goal-half = semi-marathon
profile-goal-marathon = marathon
profile-goal-endurance = endurance
profile-injury-knee = genou
profile-injury-achilles = tendon d’Achille
profile-injury-shin = tibia

# The lines of the summary card; each begins with the name of its field.
profile-line-level = Niveau : <b>{ $level }</b>
profile-line-goal = Objectif : <b>{ $goal }</b>
profile-line-sessions = Séances : <b>{ $count } par semaine</b>
profile-line-race = Course : <b>{ $race }</b>, le { $date }
profile-line-race-undated = Course : <b>{ $race }</b>, date à préciser
profile-line-date = Date : <b>{ $date }</b>
profile-line-no-race = Course : <b>pas de date</b>
profile-line-reference = Chrono : <b>{ $time }</b> ({ $distance })
profile-line-no-reference = Chrono : <b>aucun</b>
profile-line-volume = Aujourd’hui : <b>environ { $km } par semaine</b>
profile-line-no-volume = Aujourd’hui : <b>kilomètres non précisés</b>
profile-line-injuries = À protéger : <b>{ $sites }</b>
profile-line-injuries-note = À protéger : <b>{ $sites }</b> ({ $note })
profile-line-note = À savoir : { $note }
profile-line-no-injuries = Blessures : <b>aucune</b>
