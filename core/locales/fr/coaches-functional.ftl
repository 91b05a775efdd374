# Le coach fonctionnel : noms des séances, consignes, mise à l’échelle, règles.

# Les formats, sur les boutons
coaches-functional-focus-amrap = AMRAP
coaches-functional-focus-emom = EMOM
coaches-functional-focus-for-time = Contre la montre
coaches-functional-focus-intervals = Intervalles
coaches-functional-focus-strength-metcon = Force puis cardio
coaches-functional-focus-chipper = Longue liste (chipper)
coaches-functional-focus-tabata = Tabata
coaches-functional-focus-benchmark = Séance de référence

coaches-functional-title-one = { $first }
coaches-functional-title-two = { $first } et { $second }
coaches-functional-title-three = { $first }, { $second } et { $third }
coaches-functional-title-more = { $first }, { $second } et { $others } autres
coaches-functional-benchmark = { $name }

coaches-functional-purpose-amrap = Tenir un rythme régulier : ton dernier tour doit ressembler au premier.
coaches-functional-purpose-emom = Apprendre à doser : finir chaque minute avec de la marge pour souffler.
coaches-functional-purpose-for-time = Aller vite sans perdre la technique, et savoir où couper ses séries.
coaches-functional-purpose-intervals = Répéter un effort dur avec assez de repos pour qu’il reste bon.
coaches-functional-purpose-strength-metcon = Prendre de la force sans fatigue, puis s’en servir le souffle court.
coaches-functional-purpose-chipper = Gérer un long effort : tout tient si tu pars en dedans.
coaches-functional-purpose-tabata = Quatre minutes par mouvement, intenses et simples.
coaches-functional-purpose-benchmark = Te mesurer à toi-même : note ton résultat et refais-la dans six à huit semaines.

coaches-functional-strength = Force
coaches-functional-flush = Retour en aisance
coaches-functional-scheme = { $scheme }

coaches-functional-how-amrap = Vise { $least } à { $most } tours, au même rythme du début à la fin.
coaches-functional-how-emom = Un mouvement à chaque minute, { $turns } passages chacun. Le reste de la minute, tu souffles.
coaches-functional-how-for-time = Propre d’abord, vite ensuite : compte environ { $expected }.
coaches-functional-how-chipper = Une seule fois, dans l’ordre : compte environ { $expected }. Coupe les séries avant que la fatigue t’y oblige.
coaches-functional-how-tabata = Garde le même nombre de répétitions du premier au dernier intervalle.
coaches-functional-how-intervals = Chaque tour vif mais propre. Si un tour dure 10 % de plus que le premier, arrête-toi là.
coaches-functional-how-strength = Garde { $reserve } répétitions en réserve à chaque série ; monte en charge sur 2 ou 3 séries d’approche.
coaches-functional-how-body = Garde { $reserve } répétitions en réserve à chaque série ; ralentis la descente si c’est trop facile.
coaches-functional-how-flush = Facile, en soufflant par le nez : les jambes tournent, le cœur redescend.
coaches-functional-how-benchmark = Prévu pour durer { $least } à { $most } min : choisis tes coupures pour cela.
coaches-functional-how-benchmark-amrap = Compte les tours et les répétitions en plus.
coaches-functional-how-benchmark-emom = Toute la liste au début de chaque minute. Si une minute ne suffit plus, enlève un tiers des répétitions.

coaches-functional-plain-amrap = Au même rythme du début à la fin.
coaches-functional-plain-emom = Un mouvement à chaque minute, à tour de rôle. Le reste de la minute, tu souffles.
coaches-functional-plain-for-time = Propre d’abord, vite ensuite.
coaches-functional-plain-chipper = Une seule fois, dans l’ordre. Coupe les séries avant que la fatigue t’y oblige.
coaches-functional-plain-intervals = Chaque tour vif mais propre ; si un tour dure nettement plus que le premier, arrête-toi là.

coaches-functional-score-amrap = Ton résultat : le nombre de tours, plus les répétitions du tour entamé.
coaches-functional-score-emom = Ton résultat : le nombre de minutes tenues en entier.
coaches-functional-score-for-time = Ton résultat : ton temps, ou les répétitions faites à l’arrêt.
coaches-functional-score-chipper = Ton résultat : ton temps, ou là où tu en es à l’arrêt.
coaches-functional-score-tabata = Ton résultat : le plus petit nombre de répétitions d’un intervalle, pour chaque mouvement.
coaches-functional-score-intervals = Ton résultat : le temps de ton tour le plus lent.
coaches-functional-note-reserve = La technique passe avant le chrono : à la première répétition ratée, pose et souffle deux fois.
coaches-functional-note-swap = Adapté pour toi : { $old } → { $new }. Compare ton résultat à toi-même seulement.
coaches-functional-note-load = Choisis une charge que tu pourrais soulever 15 fois de suite, sans fatigue.

coaches-functional-scale-rx = Comme écrit (Rx) : si tu tiens { $length } sans t’arrêter plus de 10 s d’affilée.
coaches-functional-scale-rx-emom = Comme écrit (Rx) : si chaque minute te laisse au moins 10 s pour souffler.
coaches-functional-scale-rx-intervals = Comme écrit (Rx) : si ton dernier tour dure au plus 10 % de plus que le premier.
coaches-functional-scale-rx-tabata = Comme écrit (Rx) : si tu perds au plus deux répétitions entre le premier et le dernier intervalle.
coaches-functional-scale-intermediate = Un cran plus léger (intermédiaire) : trois quarts des répétitions ou des charges, pour que cela dure toujours { $length }.
coaches-functional-scale-beginner = Deux crans plus léger (débutant) : la moitié des répétitions, sans sauter, pour que cela dure toujours { $length }.
coaches-functional-scale-swap = Deux crans plus léger (débutant) : la moitié des répétitions, { $old } → { $new } ; la durée reste { $length }.

coaches-functional-offer-benchmark = Aucune séance de référence ne tient en { $length } avec ce que tu as et ce qui te fait mal.

coaches-rule-functional-interference = { $movement } fatigue la même zone que le mouvement d’à côté.
coaches-rule-functional-minute = { $movement } : { $seconds } s de travail, la minute n’a plus de repos.
coaches-rule-functional-cap = Un effort contre la montre doit avoir un temps d’arrêt.
coaches-rule-functional-long = { $length } sur le chrono : { $longest } au plus à ce niveau.
coaches-rule-functional-tabata = { $movement } : un Tabata, c’est 8 fois 20 s d’effort et 10 s de pause.
