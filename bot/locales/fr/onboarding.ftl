# The first conversation. Every question says what to tap or to type; "-expected" follows an answer not understood.

onboarding-welcome =
    Salut{ $name } ! Je suis RunCoach, ton coach de course à pied.

    Sept questions, deux minutes, et ton plan est là, semaine par semaine.

    <b>Avant de commencer</b>
    • Je garde tes réponses, ton plan et tes séances, pour te coacher. Le détail : /privacy
    • Je ne remplace pas un médecin. Douleur à la poitrine, malaise, essoufflement anormal : consulte avant de courir.
    • /erase efface tout, quand tu veux.
onboarding-welcome-start = D’accord, c’est parti
onboarding-welcome-fr = Continuer en français
onboarding-welcome-en = Switch to English
onboarding-welcome-expected = Touche « D’accord, c’est parti » pour commencer, ou écris « oui ».

onboarding-level =
    <b>Où en es-tu en course à pied ?</b>
    Ton niveau règle la part d’allure facile et la vitesse à laquelle le plan monte.
onboarding-level-beginner = Débutant : je commence
onboarding-level-intermediate = Intermédiaire : je cours déjà
onboarding-level-advanced = Avancé : je vise des chronos
onboarding-level-expected = Touche un des trois boutons, ou écris « débutant », « intermédiaire » ou « avancé ».

onboarding-goal = <b>Quel est ton objectif ?</b>
onboarding-goal-5k = 5 km
onboarding-goal-10k = 10 km
onboarding-goal-half = Semi-marathon
onboarding-goal-marathon = Marathon
onboarding-goal-endurance = Mieux courir, sans course
onboarding-goal-expected = Touche un bouton, ou écris « 5 km », « 10 km », « semi », « marathon » ou « endurance ».

onboarding-sessions =
    <b>Combien de séances par semaine ?</b>
    Le nombre que tu tiendras même une semaine chargée : la régularité compte plus que le total.
onboarding-sessions-choice = { $count }
onboarding-sessions-expected = Il me faut un nombre entier de 2 à 7, par exemple « 3 ».

onboarding-race =
    <b>Tu prépares une course ?</b>
    Écris son nom (« Marathon de Paris »), sa date (« 12 avril »), ou les deux. Ou choisis dans combien de temps.
onboarding-race-skip = Pas de course prévue
onboarding-race-expected = Écris le nom d’une course, une date comme « 12 avril » ou « dans 12 semaines », ou touche « Pas de course prévue ».
onboarding-weeks-choice = { $count } sem.
onboarding-race-pick =
    <b>C’est laquelle ?</b>
    Voilà ce qui ressemble à « { $searched } ». Tu peux aussi écrire un autre nom.
onboarding-race-unknown =
    <b>Je ne connais pas « { $searched } ».</b>
    Écris un autre nom, ou le nom avec sa distance et son dénivelé : « Trail des Crêtes 24 km 900 D+ ».
onboarding-race-choice = { $race }
onboarding-race-keep = Garder ce nom
onboarding-race-pick-expected = Touche une course de la liste, ou écris un autre nom.
onboarding-race-date =
    <b>Quel jour cours-tu ?</b>
    { $race } : écris la date (« 12 avril »), ou choisis dans combien de temps.
onboarding-race-date-month =
    <b>Quel jour cours-tu ?</b>
    { $race } a lieu d’habitude en { $month }. Écris la date, ou choisis dans combien de temps.
onboarding-race-date-skip = Je ne sais pas encore
onboarding-race-date-expected = Écris une date comme « 12 avril » ou « 12/04/2027 », ou touche « Je ne sais pas encore ».
onboarding-date-near = Le { $date }, c’est dans moins d’une semaine : trop court pour un plan. Repose-toi, cours-la, et choisis ici la suivante.
onboarding-date-far = Le { $date }, c’est dans plus de 18 mois. Choisis une course plus proche : on préparera l’autre ensuite.
onboarding-race-goal =
    <b>On ajuste l’objectif ?</b>
    { $race } fait { $distance }, et ton objectif est { $goal }. Un plan { $goal } ne t’y prépare pas bien.
onboarding-race-goal-switch = Préparer : { $goal }
onboarding-race-goal-keep = Garder : { $goal }
onboarding-race-goal-other = Choisir une autre course
onboarding-race-goal-expected = Touche un des boutons, ou écris « changer » ou « garder ».

onboarding-reference =
    <b>Un chrono récent ?</b>
    Moins de six mois, couru à fond : j’en tire tes allures. Écris-le (« 45:30 sur 10 km ») ou choisis la distance.
onboarding-reference-5k = 5 km
onboarding-reference-10k = 10 km
onboarding-reference-half = Semi
onboarding-reference-marathon = Marathon
onboarding-reference-skip = Pas de chrono récent
onboarding-reference-expected = Écris un temps et sa distance, comme « 45:30 sur 10 km » ou « semi 1h45 », ou touche « Pas de chrono récent ».
onboarding-reference-time =
    <b>Ton temps récent : { $distance }</b>
    Choisis le plus proche, ou écris-le exactement.
onboarding-time-choice = { $time }
onboarding-reference-time-skip = Pas de chrono récent
onboarding-reference-time-expected = Écris un temps comme « 45:30 » ou « 1h45 », ou touche le plus proche.

onboarding-volume =
    <b>Combien de kilomètres cours-tu par semaine en ce moment ?</b>
    La moyenne du dernier mois. Ta première semaine partira de là, pas de plus haut.
onboarding-volume-0 = je ne cours pas encore
onboarding-volume-0-10 = moins de 10 km
onboarding-volume-10-20 = 10 à 20 km
onboarding-volume-20-35 = 20 à 35 km
onboarding-volume-35-50 = 35 à 50 km
onboarding-volume-50-70 = 50 à 70 km
onboarding-volume-70-more = plus de 70 km
onboarding-volume-skip = Je ne sais pas
onboarding-volume-expected = Touche une tranche, ou écris un nombre de kilomètres comme « 25 » ou « 12,5 ».

onboarding-injuries =
    <b>Une douleur ou une blessure, maintenant ou ces derniers mois ?</b>
    Touche ce qui te concerne, ou raconte en une phrase. J’adapte le plan.
onboarding-injuries-noted =
    <b>Une douleur ou une blessure, maintenant ou ces derniers mois ?</b>
    Ta note : « { $note } ». Touche ce qui te concerne, ou écris une nouvelle phrase.
onboarding-injuries-knee = Genou
onboarding-injuries-knee-chosen = ✓ Genou
onboarding-injuries-achilles = Tendon d’Achille
onboarding-injuries-achilles-chosen = ✓ Tendon d’Achille
onboarding-injuries-shin = Tibia (périostite)
onboarding-injuries-shin-chosen = ✓ Tibia (périostite)
onboarding-injuries-skip = Rien de tout ça
onboarding-injuries-done = C’est tout
onboarding-injuries-expected = Touche les boutons, ou écris une phrase comme « genou gauche sensible en descente ».

onboarding-injuries-others = Je garde ta note ({ $text }), mais le plan ne s’adapte tout seul que pour le genou, le tendon d’Achille et le tibia. Fais voir ce qui dure plus de deux semaines.
onboarding-health = ⚠️ { $text }

onboarding-summary =
    <b>On est d’accord ?</b>

    { $lines }

    Si tout est juste, je crée ton plan.
onboarding-summary-create = Créer mon plan
onboarding-summary-edit = Modifier
onboarding-summary-expected = Touche « Créer mon plan » ou « Modifier », ou écris « oui ».
onboarding-agreed =
    On est d’accord. Voilà ton point de départ :

    { $lines }
onboarding-restarted = On reprend du début.
onboarding-edit = <b>Que veux-tu changer ?</b>
onboarding-edit-level = Niveau
onboarding-edit-goal = Objectif
onboarding-edit-sessions = Séances
onboarding-edit-race = Course
onboarding-edit-reference = Chrono
onboarding-edit-volume = Kilomètres
onboarding-edit-injuries = Blessures
onboarding-edit-back = Rien, revenir au résumé
onboarding-edit-expected = Touche la ligne à changer, ou écris son nom : « objectif », « séances »…

onboarding-button-back = ‹ Retour
onboarding-button-cancel = Arrêter
onboarding-button-resume = Continuer
onboarding-button-restart = Recommencer du début
onboarding-button-quit = Arrêter et effacer
onboarding-resume =
    <b>On s’était arrêtés au milieu.</b>
    Tes réponses sont là. On continue, ou on reprend du début ?
onboarding-quit =
    <b>On arrête ici ?</b>
    Tes réponses à ces questions seront effacées.
onboarding-quit-done = C’est arrêté, tes réponses sont effacées. Pour recommencer : /start
onboarding-nothing-to-quit = Il n’y a rien à arrêter. Le menu : /help

onboarding-recorded = ✓ { $line }
onboarding-stale = Ce bouton n’est plus valable. On en est ici :
onboarding-already = C’est déjà noté.
onboarding-too-long = C’est un peu long pour moi : une phrase suffit.
onboarding-unreadable = { $kind ->
    [voice] Je ne peux pas écouter les messages vocaux.
    [sticker] Joli, mais je ne lis pas les stickers.
    [photo] Je ne peux pas regarder les photos.
    [document] Je n’ai pas besoin de fichier ici.
    [location] Je n’ai pas besoin de ta position.
   *[other] Je ne sais pas lire ce message.
}
onboarding-edited = Ta correction est prise en compte.
onboarding-edit-unclear = J’ai vu ta correction, mais je n’ai pas pu la reprendre ici : à la fin, touche « Modifier » pour changer cette réponse.
onboarding-lost = RunCoach a changé entre-temps et je n’ai pas pu relire tes réponses. On reprend du début.
onboarding-first = Il te faut d’abord un plan. On en est ici :
