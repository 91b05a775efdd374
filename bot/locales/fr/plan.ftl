# The plan in the chat: overview, weeks, days.
plan-title = <b>Ton plan { $goal } : { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}</b>
plan-title-race = <b>{ $race } : { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}</b>
plan-dates = Du { $first } au { $last }, { $count } séances par semaine.
plan-volume = De { $start } la première semaine à { $peak } au plus fort.
plan-phases = <b>Les étapes</b>
plan-phase = <b>{ $name }</b>, { $first ->
    [0] semaine { $last }
   *[other] semaines { $first } à { $last }
} : { $purpose }
plan-paces = <b>Tes allures</b>
plan-pace-E = <b>{ $pace }</b> facile : tu peux parler en phrases
plan-pace-M = <b>{ $pace }</b> marathon : soutenu, tu parles par bribes
plan-pace-T = <b>{ $pace }</b> seuil : dur mais stable, une heure au plus
plan-pace-I = <b>{ $pace }</b> intervalle : dur, 3 à 5 minutes à la fois
plan-pace-R = <b>{ $pace }</b> vite : court et relâché, tu récupères bien après
plan-no-paces =
    <b>Tes efforts</b>, de 1 à 10
    <b>3</b> facile : tu parles en phrases
    <b>5</b> soutenu : tu parles par bribes
    <b>8</b> dur : deux mots au plus
plan-notices = <b>À savoir</b>
plan-bullet = • { $text }
plan-maintenance = D’ici là, des semaines faciles t’attendent : elles sont dans /today.
plan-next = La suite : regarde ta première semaine.
plan-button-week = Voir ma semaine
plan-button-first-week = Voir la semaine 1
plan-button-today = Aujourd’hui
plan-button-tips = Conseils
plan-button-overview = Le plan
plan-button-new = Préparer un nouveau plan

plan-tips-title = <b>Conseils pour ce plan</b>
plan-tips-way-back = <b>Ta blessure</b>
plan-tips-nutrition = <b>Manger et boire</b>
plan-tips-recovery = <b>Récupérer</b>
plan-tips-mental = <b>La tête</b>

plan-chart-title = Kilomètres par semaine
plan-chart-title-in-miles = Miles par semaine
plan-chart-week = Semaine
plan-chart-long-run = Plus longue sortie
plan-chart-recovery = Semaine allégée
plan-chart-race = Course
plan-chart-caption = Chaque barre est une semaine, le trait est ta plus longue sortie.
plan-chart-alt = Graphique : { $weeks } semaines, de { $start } à { $peak } par semaine. Plus longue sortie : { $longest }.
plan-chart-alt-phase = { $name } : { $first ->
    [0] semaine { $last }
   *[other] semaines { $first } à { $last }
}.

week-title = <b>Semaine { $number } sur { $total }</b> · { $phase }
week-title-plain = <b>Semaine { $number } sur { $total }</b>
week-dates = { $first } – { $last } · { $km }
week-rest = repos
week-easy = Footing facile
week-day = { $day } · { $what }
week-today = <b>▸ { $day } · { $what }</b>
week-done = ✓ { $day } · { $what }
week-hint = Touche un jour pour le détail.
week-hint-strength = 💪 : renforcement ce jour-là. Touche un jour pour le détail.
week-button-week = Sem. { $number }
week-button-previous = ◀ Sem. { $number }
week-button-next = Sem. { $number } ▶

day-title = <b>{ $date }</b>
day-session = <b>{ $type }</b>
day-effort = effort { $rpe } sur 10
day-pace = Allure : <b>{ $pace }</b>
day-warm-up = Échauffement : { $minutes } faciles
day-cool-down = Retour au calme : { $minutes } faciles
day-work = { $repetitions ->
    [1] { $length }
   *[other] { $repetitions } × { $length }
}{ $target }{ $recovery }
day-target-pace = {" "}à { $pace }
day-target-zone-E = {" "}en aisance
day-target-zone-M = {" "}à allure marathon
day-target-zone-T = {" "}au seuil, dur mais stable
day-target-zone-I = {" "}à un effort dur
day-target-zone-R = {" "}vite et relâché
day-target-zone-hill = {" "}en montée
day-target-zone-effort = {" "}à l’effort
day-recovery-jog = , récup { $length } en trottinant
day-recovery-walk = , récup { $length } en marchant
day-recovery-rest = , récup { $length } à l’arrêt
day-rpe = <i>RPE : l’effort que tu ressens, de 1 (marche) à 10 (à fond).</i>
day-climb = Dénivelé : { $climb }
day-why = <b>Pourquoi :</b> { $why }
day-strength = <b>Renforcement</b>, { $minutes } après ta course
day-exercise = • { $name } : { $prescription }
day-rest = <b>Repos.</b> Rien à faire : c’est aujourd’hui que ton corps encaisse le travail.
day-rest-other = <b>Repos.</b> Rien à courir ce jour-là.
day-next = Prochaine séance : { $date }, { $what }.
day-button-previous = ◀ { $day }
day-button-next = { $day } ▶
day-not-yet = Ton plan commence { $date }. D’ici là, cours facile si tu en as envie : 20 à 30 minutes où tu peux parler.
day-over = Ton plan est terminé depuis le { $date }. Prends une semaine légère, puis prépare le suivant.
day-maintenance-soon = Tes semaines faciles commencent { $first }, et ton plan le { $date }. D’ici là, cours facile si tu en as envie : 20 à 30 minutes où tu peux parler.
day-maintenance = Ton plan commence le { $date }. D’ici là, on entretient :

plan-none = Tu n’as pas encore de plan. Deux minutes de questions, et il est là.
plan-none-button = Commencer
plan-have = Tu as déjà un plan. Que veux-tu faire ?
plan-have-show = Voir mon plan
plan-gone = Ce bouton vient d’un ancien plan. Voici l’actuel :
plan-translated = Ton plan est maintenant en français.
