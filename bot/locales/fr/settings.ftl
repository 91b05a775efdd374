# /settings: what a plan is sized on, and where and how the runner is spoken to.
settings-title = <b>Tes réglages</b>
settings-line-sessions = Séances : <b>{ $count } par semaine</b>
settings-line-days = Jours possibles : <b>{ $days }</b>
settings-line-any-days = Jours possibles : <b>tous</b>
settings-line-long-run-day = Sortie longue : <b>{ $day }</b>
settings-line-any-long-run-day = Sortie longue : <b>le meilleur jour</b>
settings-line-volume = Tu cours : <b>{ $km } par semaine</b>
settings-line-no-volume = Tu cours : <b>non précisé</b>
settings-line-longest-run = Plus longue sortie du mois : <b>{ $km }</b>
settings-line-no-longest-run = Plus longue sortie du mois : <b>non précisée</b>
settings-line-time-zone = Fuseau horaire : <b>{ $zone }</b>
settings-button-sessions = Séances
settings-button-days = Jours
settings-button-long-run-day = Sortie longue
settings-button-volume = Km par semaine
settings-button-longest-run = Plus longue
settings-button-reference = Chrono récent
settings-button-time-zone = Fuseau horaire
settings-button-back = ‹ Réglages
settings-button-done = C’est tout
settings-button-rebuild = Refaire mon plan
settings-button-keep = Garder l’ancien

settings-ask-sessions =
    <b>Combien de séances par semaine ?</b>
    Touche ou écris un nombre de 2 à 7.
settings-ask-days =
    <b>Quels jours peux-tu courir ?</b>
    Touche tes jours, ou écris-les : « mardi, jeudi, week-end ».
settings-ask-long-run-day =
    <b>Quel jour pour la sortie longue ?</b>
    Celui où tu as du temps, et le lendemain tranquille.
settings-ask-volume =
    <b>Combien de kilomètres par semaine en ce moment ?</b>
    La moyenne du dernier mois : le plan repart de là.
settings-ask-longest-run =
    <b>Ta plus longue sortie du dernier mois ?</b>
    Le plan ne la dépasse pas de plus de 10 % à la fois. Touche ou écris les kilomètres.
settings-ask-reference =
    <b>Quel est ton chrono récent ?</b>
    Une course ou un test des trois derniers mois : tes allures en viennent. Écris le temps et la distance, comme « 45:30 sur 10 » ou « semi 1h45 ».
settings-no-reference = Pas de chrono récent
settings-ask-time-zone =
    <b>Où vis-tu ?</b>
    Pour que « aujourd’hui » soit le tien. Touche une ville, ou écris la tienne.
settings-count = { $count }
settings-day = { $day }
settings-day-chosen = ✓ { $day }
settings-any-day = Peu importe
settings-km = { $km }
settings-days-missing = Pour { $count } séances, il me faut au moins { $count } jours.
settings-unclear = Je n’ai pas compris cette réponse. Touche un bouton, ou réponds en quelques mots.
settings-unknown-place = Je ne trouve pas cette ville. Écris la grande ville la plus proche, en anglais si besoin.

settings-before = Avant : { $sessions } séances, { $weeks } semaines, de { $start } à { $peak }.
settings-after = Après : { $sessions } séances, { $weeks } semaines, de { $start } à { $peak }.
settings-same-volume = Les kilomètres ne changent pas, seulement les jours.
settings-same-km = Les kilomètres ne changent pas.
settings-paces = Allure facile : avant { $before }, après { $after }.
settings-by-effort = à l’effort
settings-offer = Ton plan suit encore les anciens réglages. Je le refais ?
settings-rebuilt = Ton nouveau plan est prêt, à partir de { $date }.
settings-kept = Ton plan ne change pas.
settings-saved = C’est noté.
settings-no-plan = Le reste se règle avec ton plan : /start

# The screens of /settings
settings-sum-style-km = On parle <b>français</b>, en <b>kilomètres</b>, ton <b>{ $tone }</b>
settings-sum-style-mi = On parle <b>français</b>, en <b>miles</b>, ton <b>{ $tone }</b>
settings-button-plan = 🏃 Mon plan
settings-button-messages = 🔔 Mes messages
settings-button-style = 🌐 Langue, unités, ton
settings-button-data = 🔒 Mes données
settings-button-back-to-plan = ‹ Mon plan
settings-plan-title = <b>Ce qui fait ton plan</b>
settings-style-title = <b>Langue, unités, ton</b>
settings-style-example = Je te dirais par exemple : « 10,5 km à 5:30/km. Comment te sens-tu ? »
settings-style-example-warm = Je te dirais par exemple : « 10,5 km à 5:30/km. Et toi, comment te sens-tu ce matin ? »
settings-style-example-direct = Je te dirais par exemple : « 10,5 km à 5:30/km. Ta forme ? »
settings-units-km = Kilomètres
settings-units-mi = Miles
settings-tone-neutral = neutre
settings-tone-warm = chaleureux
settings-tone-direct = direct
settings-chosen = ✓ { $name }
settings-data =
    <b>Tes données</b>
    Elles sont à toi : lis ce que je garde, emporte-le, ou efface tout.
settings-button-privacy = Ce que je garde, et pourquoi
settings-button-export = Recevoir une copie
settings-button-erase = Tout effacer
settings-ask-volume-in-miles =
    <b>Combien de miles par semaine en ce moment ?</b>
    La moyenne du dernier mois : le plan repart de là.
settings-ask-longest-run-in-miles =
    <b>Ta plus longue sortie du dernier mois ?</b>
    Le plan ne la dépasse pas de plus de 10 % à la fois. Touche ou écris les miles.
log-ask-km-in-miles = Combien de miles as-tu courus ? Touche, ou écris-les : « 4 ».

# Messages that come by themselves
reach-title = <b>Mes messages</b>
reach-morning = Le matin : <b>vers { $time }</b>
reach-morning-off = Le matin : <b>rien</b>
reach-evening = Le soir après une séance : <b>vers { $time }</b>
reach-evening-off = Le soir : <b>rien</b>
reach-weekly = Le bilan : <b>dimanche vers { $time }</b>
reach-weekly-off = Le bilan du dimanche : <b>non</b>
reach-quiet = Heures calmes : <b>de { $begins } à { $ends }</b>, je n’écris rien de moi-même.
reach-no-quiet = Heures calmes : <b>aucune</b>
reach-paused = ⏸ <b>En pause jusqu’au { $date } compris.</b>
reach-button-evening = Soir
reach-button-weekly-on = Recevoir le bilan du dimanche
reach-button-weekly-off = Ne plus recevoir le bilan
reach-button-quiet = Heures calmes
reach-button-pause = Faire une pause
reach-button-resume = Finir la pause
reach-button-back = ‹ Mes messages
reach-ask-evening =
    <b>À quelle heure, le soir ?</b>
    Les jours de séance, je te demande comment elle s’est passée.
reach-button-evening-off = Ne plus m’écrire le soir
reach-ask-quiet =
    <b>Quand veux-tu le calme ?</b>
    Rien ne viendra de moi-même à ces heures. La question du matin garde l’heure que tu as choisie.
reach-button-span = { $begins } – { $ends }
reach-button-no-quiet = Aucune
reach-ask-pause =
    <b>Une pause de combien de temps ?</b>
    Plus de messages du matin, du soir ni du dimanche. Touche, ou écris le dernier jour : « 15 janvier ».
reach-button-weeks = { $count ->
    [one] 1 semaine
   *[other] { $count } semaines
}
reach-paused-until = ⏸ Pause jusqu’au <b>{ $date }</b> compris. Je réponds toujours si tu m’écris.
reach-pause-plan = Ton plan continue tel quel. Si tu ne cours pas pendant ce temps, je peux l’adapter : tu verras le changement avant de décider.
reach-button-adapt = Adapter mon plan
reach-pause-unclear = Je n’ai pas compris cette date. Écris un jour d’ici à six mois, comme « 15 janvier ».
