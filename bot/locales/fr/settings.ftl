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
settings-line-language = Langue : <b>français</b>
settings-line-time-zone = Fuseau horaire : <b>{ $zone }</b>
settings-button-sessions = Séances
settings-button-days = Jours
settings-button-long-run-day = Sortie longue
settings-button-volume = Km par semaine
settings-button-longest-run = Plus longue
settings-button-reference = Chrono récent
settings-button-language = Langue
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
    Le plan ne la dépasse pas de plus de 10 % à la fois. Touche ou écris les kilomètres.
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
