# The race of a plan: the week before it, the day, and after.
command-race = Ma course : allures, sac, semaine de course
race-yours = Ta course
race-none = Tu n’as pas de course dans ton plan. Envoie-moi le parcours en GPX, ou choisis un objectif avec une date.
race-week-begins = <b>Ta semaine de course commence.</b> Le travail est fait : il reste à arriver frais.
race-title = 🏁 <b>{ $name }</b>
race-when = { $date } · { $days ->
    [0] c’est aujourd’hui
    [one] demain
   *[other] dans { $days } jours
 }
race-climb = D+ { $climb }
race-expected = Temps à attendre : { $time }
race-weather = Météo comptée : { $degrees } °C
race-taper-fresh = Tu suis l’affûtage prévu : { $left } d’ici la course, pour { $largest } dans ta plus grosse semaine. Ne rajoute rien : la fraîcheur se gagne maintenant.
race-taper-much = Tu as couru { $km } sur sept jours, pour { $planned } prévus. Cela ne te rendra pas plus fort, seulement plus fatigué : tiens-toi aux { $left } qui restent, ou raccourcis-les.
race-taper-little = Tu as couru { $km } sur sept jours, pour { $planned } prévus. Rien n’est perdu, rien ne se rattrape : les { $left } qui restent suffisent à garder le rythme.
race-left = <b>Ce qui reste</b>
race-left-line = • { $day } : { $what }
race-button-pacing = Allures km par km
race-button-kit = Mon sac
race-button-weather = Météo du jour
race-button-back = ‹ Retour
race-button-next = Choisir mon prochain objectif
race-button-stopped = Pas terminée
race-button-not-started = Pas pris le départ
race-button-measured = C’est mon temps : { $time }
race-ask-weather = Quelle température est annoncée pour la course ? Touche, ou écris-la : « 22 ».
race-kit = <b>Ton sac</b> : touche ce qui est prêt. { $left ->
    [one] Encore une chose.
   *[other] Encore { $left } choses.
 }
race-kit-done = <b>Ton sac</b> : tout est prêt. Ne change plus rien.
race-kit-no-weather = Dis-moi la météo annoncée, et j’ajoute ce qu’elle demande.
race-kit-bib = Dossard, épingles, convocation
race-kit-road-shoes = Chaussures déjà rodées
race-kit-trail-shoes = Chaussures de trail rodées
race-kit-clothes = Tenue et chaussettes rodées
race-kit-watch = Montre chargée
race-kit-breakfast = Petit-déjeuner déjà testé
race-kit-anti-chafe = Crème anti-frottements
race-kit-gels = Gels ou barres déjà testés
race-kit-flasks = Flasques ou poche à eau
race-kit-cup = Gobelet personnel
race-kit-jacket = Veste imperméable
race-kit-whistle-blanket = Sifflet et couverture de survie
race-kit-phone = Téléphone chargé
race-kit-headlamp = Frontale et piles
race-kit-poles = Bâtons, s’ils sont permis
race-kit-cap = Casquette
race-kit-sunscreen = Crème solaire
race-kit-gloves = Gants et bonnet
race-kit-warm-layer = Vieux pull avant le départ
race-kit-after = Affaires sèches pour l’après
race-eve = <b>Demain, { $name }.</b>
race-eve-plan = Ce soir : dîner habituel, couché tôt sans forcer. Une nuit courte la veille ne change presque rien ; c’est celle d’avant qui comptait. Prévois le réveil deux à trois heures avant le départ.
race-eve-bag = Il reste { $left ->
    [one] une chose
   *[other] { $left } choses
 } à mettre dans le sac.
race-eve-packed = Ton sac est prêt.
race-first-km = Premier kilomètre à { $pace }, pas plus vite : il paraîtra trop lent, c’est le bon signe.
race-first-km-effort = Premier kilomètre à l’aise, en pouvant parler : il paraîtra trop lent, c’est le bon signe.
race-morning = 🏁 <b>C’est aujourd’hui, { $runner }</b> : { $name }.
race-morning-breakfast = Petit-déjeuner deux à trois heures avant, celui que tu connais ; puis de petites gorgées.
race-warm-up-long = Échauffement : 15 min de footing facile, puis 4 lignes droites de 15 s. Finis dix minutes avant le départ.
race-warm-up-short = Échauffement : 8 à 10 min de footing facile et 3 lignes droites. Finis dix minutes avant le départ.
race-warm-up-walk = Échauffement : 5 min de marche vive et quelques mouvements. Les premiers kilomètres feront le reste.
race-morning-ill = Fièvre, douleur à la poitrine, douleur qui te fait boiter : ne prends pas le départ. D’autres courses viendront.
race-ask-time = 🏁 <b>{ $name }</b> : comment ça s’est passé ? Écris ton temps (« 1:42:30 »), ou touche.
race-ask-measured = 🏁 <b>{ $name }</b> : si le temps officiel est différent de ta montre, écris-le (« 1:42:30 »).
race-result = 🏁 <b>{ $name } : { $time }</b>, soit { $pace }. C’est noté.
race-result-expected = J’attendais { $expected }.
race-recovery = <b>Récupérer</b>
    Repos ou marche jusqu’au { $rest }. Puis footings faciles et courts jusqu’au { $easy }, si tout va bien. Aucune séance dure avant : muscles et tendons mettent plus de temps que l’envie.
race-stopped = C’est noté : tu n’as pas terminé { $name }. S’arrêter est parfois la bonne décision, et le travail fait reste fait. Si quelque chose fait mal, dis-le avec /pain.
race-not-started = C’est noté : tu n’as pas pris le départ de { $name }. Le travail fait reste fait, il servira à la prochaine.
race-past = 🏁 <b>{ $name }</b> : { $told }.
race-told-stopped = pas terminée
race-told-not-started = pas courue
race-gone = Cette course n’est plus dans ton plan : /race
race-weather-kept = ✓ { $degrees } °C : compté dans tes allures et ton sac.
