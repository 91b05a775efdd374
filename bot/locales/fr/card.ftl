# La carte d’une séance : boutons, profil, pourquoi, tapis, chaleur.
card-button-profile = 📊 Profil
card-button-why = Pourquoi ?
card-button-more = ⋯ Plus
card-button-back = ‹ La séance
card-button-detail = ✨ Le détail
card-button-move = Déplacer
card-button-ease = Alléger
card-button-skip = Sauter
card-button-treadmill = Sur tapis
card-button-heat = 🌡 Il fait chaud
card-button-watch = ⌚ Montre (.fit)
card-button-calendar = 📅 Agenda
card-button-humid = L’air est humide
card-button-dry = L’air est sec
card-gone = Ce bouton vient d’un ancien plan. Ta séance du jour : /today
card-no-session-today = Pas de course prévue aujourd’hui : rien à expliquer ni à ajuster. La suite : /week
card-effort = effort { $rpe }
card-zone-E = facile, tu parles en phrases
card-zone-M = soutenu, tu parles par phrases courtes
card-zone-T = dur mais stable
card-zone-I = dur, deux mots au plus
card-zone-R = vite et relâché
card-zone-hill = en montée, franc et régulier
card-zone-effort = au ressenti
card-zone-race = ton allure de course
card-block-warm-up = Échauffement
card-block-first = D’abord
card-block-cool-down = Retour au calme
card-block-walk = Marche
card-block-run = Course
card-recovery-jog = récup { $length } en trottinant après chaque
card-recovery-walk = récup { $length } en marchant après chaque
card-recovery-rest = récup { $length } à l’arrêt après chaque
card-picture-minutes = minutes
card-picture-effort-3 = facile 3
card-picture-effort-5 = soutenu 5
card-picture-effort-8 = dur 8
card-picture-caption = 📊 <b>{ $what }</b> : de gauche à droite, les minutes ; plus c’est haut, plus l’effort est dur (de 1 à 10).

card-why-title = <b>Pourquoi cette séance</b>
card-why-none = Elle entretient ton endurance : c’est ce qui te fait progresser le plus sûrement.
card-why-adjusted = Aujourd’hui elle est adaptée à ta forme. Prévu au départ : { $what }.
card-why-phase = <b>Sa place :</b> semaine { $week } sur { $weeks }, étape « { $phase } » ({ $last ->
    [0] une semaine
   *[other] semaine { $place } sur { $last }
}) : { $purpose }.
card-why-recovery-week = C’est une semaine allégée : on récupère pour mieux absorber le travail.
card-why-share = <b>Son poids :</b> { $km } sur les { $total } de la semaine.
card-why-numbers = <b>Les allures</b> viennent de ton temps : { $time } sur { $distance }. Un nouveau chrono les change : /settings
card-why-numbers-vdot = <b>Les allures</b> viennent de ton niveau mesuré (VDOT { $vdot }). Un nouveau chrono les change : /settings
card-why-no-numbers = <b>Pas d’allure à la seconde</b> : tu n’as pas donné de chrono, l’effort de 1 à 10 te guide mieux. Un temps récent en donnera : /settings

card-treadmill-title = <b>Sur tapis</b> · { $what }
card-treadmill-incline = Pente { $percent } % : elle remplace l’air que tu ne fends pas.
card-treadmill-line = { $length } à { $target }
card-treadmill-line-effort = { $length }, { $target }
card-treadmill-name = <b>{ $name }</b> : { $rest }
card-treadmill-slope = pente { $percent } %
card-treadmill-recovery = puis { $length } à { $speed } après chaque
card-treadmill-recovery-walk = puis { $length } de marche à { $speed } après chaque
card-treadmill-recovery-jog = puis { $length } en trottinant après chaque
card-treadmill-recovery-rest = puis { $length } à l’arrêt après chaque
card-treadmill-effort = Règle la vitesse à l’effort : tu dois finir chaque partie comme elle est écrite, sans te tenir aux barres.
card-treadmill-down = Un tapis ne descend pas : garde les descentes pour dehors, et cours ici à plat et facile.
card-treadmill-cooler = À l’intérieur il fait plus chaud : prends à boire et un ventilateur.

card-heat-ask = 🌡 <b>Quelle température quand tu cours ?</b> Touche, ou écris-la : « il fait 31 », « 31°C humide ».
card-heat-title = 🌡 <b>{ $temperature } °C{ $humidity ->
    [0] {""}
   *[other] , { $humidity } % d’humidité
}</b> · { $what }
card-heat-cool = Rien à changer : à cette température, la chaleur ne te freine pas. Garde la séance telle qu’elle est.
card-heat-why = La chaleur coûte environ { $percent } % : ton cœur bat aussi pour te refroidir. Même effort, allure plus lente.
card-heat-paces = <b>Pour aujourd’hui seulement :</b>
card-heat-pace = { $name } : { $before } → <b>{ $after }</b>
card-heat-rest = Le reste se court à l’effort : garde les mêmes sensations.
card-heat-effort = Tu cours à l’effort : garde les mêmes sensations et laisse l’allure descendre.
card-heat-advice-warm = Bois quand tu as soif, cherche l’ombre.
card-heat-advice-hot = Cours tôt ou tard, à l’ombre, et bois 400 à 800 ml par heure par petites gorgées.
card-heat-advice-dangerous = Trop chaud pour forcer au soleil : cours avant 9 h ou après 20 h, ou sur tapis. Bois 400 à 800 ml par heure, avec du sel au-delà d’une heure.
card-heat-advice-hard = Si tu n’as que cette heure-là, cours facile : la séance dure attendra. Frissons, vertige, nausée : tu t’arrêtes à l’ombre.
card-heat-advice-race = Pars à l’allure de droite, arrose-toi et bois à chaque ravitaillement. Frissons, vertige, nausée : tu t’arrêtes à l’ombre.
card-heat-kept = Ton plan ne change pas.

card-detail-title = <b>Le détail</b> · { $what }

command-why = Pourquoi la séance du jour
