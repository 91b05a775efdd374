# Jours
program-day-0 = Lundi
program-day-1 = Mardi
program-day-2 = Mercredi
program-day-3 = Jeudi
program-day-4 = Vendredi
program-day-5 = Samedi
program-day-6 = Dimanche

# Niveaux et distances
program-level-beginner = débutant
program-level-intermediate = intermédiaire
program-level-advanced = avancé
program-distance-5K = 5 km
program-distance-10K = 10 km
program-distance-semi-marathon = semi-marathon
program-distance-marathon = marathon
program-distance-ultra = ultra
program-distance-endurance = endurance

# Types de séance
program-kind-easy = Endurance fondamentale
program-kind-long = Sortie longue
program-kind-recovery = Récupération
program-kind-marathon = Allure marathon
program-kind-steady = Allure soutenue
program-kind-threshold = Seuil
program-kind-interval = Fractionné
program-kind-repetition = Vitesse
program-kind-hills = Côtes
program-kind-descents = Descentes
program-kind-run_walk = Course et marche
program-kind-cross = Vélo ou piscine
program-kind-test = Test
program-kind-race = Course

# Allures et efforts
program-pace = à { $pace }
program-effort-E = à l’aise, tu parles en phrases entières
program-effort-M = soutenu, tu parles par phrases courtes
program-effort-T = difficile mais maîtrisé, trois ou quatre mots à la fois
program-effort-I = très dur, un mot à la fois
program-effort-R = vite et relâché, jamais au sprint
program-effort-hill = en montée, effort franc et régulier
program-effort-effort = à l’effort, sans allure à tenir
program-effort-descent = en descente, petits pas rapides, regard loin devant
program-effort-race = l’allure que tu peux tenir jusqu’au bout
program-effort-test = le plus fort que tu peux tenir, à allure régulière

# Structure d’une séance
program-part-steady = { $minutes }, { $effort } (RPE { $rpe })
program-part-steady-walks = { $minutes } en tout, { $effort } quand tu cours (RPE { $rpe }) ; 1 min de marche toutes les 10 min
program-part-steady-climb = { $minutes } avec { $climb } m de montée (RPE { $rpe }) ; sur le plat, { $effort } ; marche quand la pente t’essouffle
program-part-warm-up = Échauffement : { $minutes } faciles, { $effort } (RPE 3)
program-part-first = D’abord { $minutes } faciles, { $effort } (RPE 3)
program-part-warm-up-walk = Échauffement : { $minutes } de marche d’un bon pas (RPE 2)
program-part-work = { $set }, { $effort } (RPE { $rpe })
program-part-work-recovery = { $set }, { $effort } (RPE { $rpe }) ; récupération { $recovery } { $manner } après chaque
program-part-cool-down = Retour au calme : { $minutes } très faciles (RPE 2)
program-part-cool-down-walk = Retour au calme : { $minutes } de marche tranquille (RPE 1)
program-part-cross = { $minutes } de vélo, de natation ou d’elliptique, souffle calme (RPE 3)
program-part-race = { $distance }, { $effort }
program-manner-jog = en trottinant
program-manner-walk = en marchant
program-manner-rest = à l’arrêt
program-set-one = { $size }
program-set = { $count } × { $size }
program-set-walk = { $count } × { $size } de course

# Descriptions
program-described = { $name }. { $purpose }
program-described-race = { $name }, { $distance }. Pars un peu plus lentement que prévu, accélère après la moitié si tu en as encore sous le pied.
program-described-trial = { $distance } le jour que tu as préparé. Inscris-toi à une course ce jour-là, ou cours la distance seul·e sur un parcours plat et mesuré.
program-described-trial-marathon = Ton marathon. Si tu n’as pas encore de course, donne-moi sa date dès que tu la connais : je recale le plan dessus.
program-described-eve = Veille de course : se dégourdir les jambes, rien de plus.
program-described-heat = Cours aux heures chaudes ou avec une couche de plus, bois à chaque quart d’heure, arrête-toi si tu as des frissons ou la tête qui tourne.
program-described-heat-safety = Bois à chaque quart d’heure, arrête-toi si tu as des frissons ou la tête qui tourne.
program-described-fuelling = Teste ta boisson et tes gels de course : { $carbs } de glucides par heure.
program-described-proprioception = C’est de la proprioception : apprendre à sentir où et comment ton pied se pose.

# Pourquoi cette séance
program-why-easy = Au moins { $easy } % de tes minutes restent faciles (règle { $easy }/{ $hard } du niveau { $level }) : c’est ce volume tranquille qui construit l’endurance.
program-why-easy-volume = Ces { $km } km tranquilles comptent dans les { $week } km de ta semaine : le volume facile fait progresser sans user.
program-why-easy-after-hard = La séance dure est passée : { $km } km sans forcer, c’est au repos que ses effets s’installent.
program-why-easy-before-hard = Une séance dure arrive demain : { $km } km faciles pour y arriver avec des jambes fraîches.
program-why-easy-before-long = Ta sortie longue est demain : { $km } km très faciles aujourd’hui, garde tes forces.
program-why-easy-race-week = À { $days } jours de la course, { $km } km entretiennent la foulée : rien à gagner à en faire plus.
program-why-recovery = Lendemain d’un gros effort : tu cours { $km } km sans forcer, jamais deux jours durs de suite.
program-why-strides = { $easy } % de tes minutes sont faciles, celles-ci aussi ; les accélérations gardent ta vitesse sans fatigue, { $minutes } en tout.
program-why-long-first = Ta sortie longue part de { $km } km, soit { $percent } % de ta semaine ({ $most } % au plus avec { $sessions } séances).
program-why-long-load = { $km } km, quand ta plus longue sortie des 30 derniers jours fait { $longest } km : jamais plus de 10 % au-dessus. C’est { $percent } % de ta semaine ({ $most } % au plus).
program-why-long-load-small = { $km } km, quand ta plus longue sortie des 30 derniers jours fait { $longest } km : 1 km de plus au maximum sur de petites distances. C’est { $percent } % de ta semaine ({ $most } % au plus).
program-why-long-capped = { $km } km : la durée s’arrête à { $cap }, au-delà la fatigue coûte plus que ce que la sortie rapporte.
program-why-long-recovery = Semaine allégée : { $km } km au lieu de { $longest }, pour assimiler avant de remonter.
program-why-long-taper = Affûtage : { $km } km suffisent à { $days } jours de la course, la forme est déjà faite.
program-why-long-longest = Ta plus longue sortie, { $km } km, à { $days } jours de la course : assez tôt pour récupérer, assez tard pour en profiter.
program-why-second = Deux sorties longues de suite, jamais deux semaines d’affilée : apprendre à repartir sur des jambes fatiguées, comme sur un ultra de { $race } km.
program-why-threshold = Seuil limité à 10 % de ta semaine : { $most } km au plus sur { $week } km.
program-why-interval = Fractionné limité à 8 % de ta semaine : { $most } km au plus sur { $week } km, répétitions de 5 min au plus.
program-why-repetition = Vitesse limitée à 5 % de ta semaine : { $most } km au plus sur { $week } km, récupération complète.
program-why-marathon = Allure soutenue dans la limite de { $hard } % de minutes intenses : tenir longtemps près de l’allure de ta course.
program-why-effort = Intensité à l’effort : { $hard } % de tes minutes au plus, c’est la règle du niveau { $level }.
program-why-hills = Côtes : de la force avec peu de vitesse, { $hard } % de minutes intenses au plus.
program-why-hills-race = Ta course monte de { $climb } m : on s’y prépare en montant.
program-why-descents = Ta course descend de { $descent } m : les cuisses s’y habituent à l’avance, et l’effet dure des semaines.
program-why-last-hard = Dernière séance dure, { $days } jours avant la course : l’intensité reste, la fatigue a le temps de partir.
program-why-run_walk = Tu débutes : alterner course et marche laisse aux tendons et aux os le temps de suivre le souffle.
program-why-run_walk-injury = { $site } : la marche entre les blocs laisse l’os récupérer, sur sol souple.
program-why-injury = { $site } : pas d’intensité en semaine { $week }, la distance revient d’abord.
program-why-cross = { $site } : du vélo ou de la piscine à la place d’une course. Ton souffle s’entretient sans choc, le temps que tes sorties rallongent.
program-why-layoff = Reprise après { $days } jours d’arrêt : rien que du facile jusqu’à la semaine { $until }.
program-why-heat = Course annoncée à { $temperature } °C : courir au chaud de 21 à 3 jours avant apprend au corps à transpirer plus tôt.
program-why-eve = Veille de course : { $minutes } faciles, les jambes se réveillent sans se fatiguer.
program-why-test = Mesurer où tu en es : ce résultat donne tes allures pour la suite.
program-why-test-first = Sans temps récent je ne connais pas tes allures : ce test me les donnera.
program-why-race = C’est le jour que tout le plan prépare.

# Semaines : objectif
program-focus-base-load = Poser la base
program-focus-base-first = Prendre le rythme
program-focus-build-load = Développer la vitesse et le seuil
program-focus-specific-load = Préparer les allures de ta course
program-focus-specific-endurance = Consolider
program-focus-recovery = Assimiler
program-focus-test = Mesurer tes progrès
program-focus-longest = La semaine la plus longue
program-focus-taper = S’affûter
program-focus-race = La course
program-focus-maintenance = Entretenir en attendant
program-focus-injury = Revenir sans douleur
program-focus-run_walk = Apprendre à durer

# Semaines : notes
program-note-first = { $km } km pour commencer : { $reason }.
program-note-first-current = ce que tu cours aujourd’hui ({ $current } km)
program-note-first-none = tu ne cours pas en ce moment, alors tes sorties commencent courtes
program-note-first-least = à peine plus que tes { $current } km d’aujourd’hui, pour que chaque sortie en vaille la peine
program-note-first-default = un départ prudent pour ton niveau, dis-moi si tu cours plus ou moins
program-note-first-layoff = { $percent } % de ton volume, après { $days } jours d’arrêt
program-note-first-injury = un peu moins que d’habitude, à cause de la douleur
program-note-load = { $km } km, soit +{ $percent } % sur ta dernière semaine de charge ({ $reference } km) : 10 % au plus.
program-note-load-small = { $km } km, { $more } de plus que ta dernière semaine de charge : sur de petits volumes, 2 km au plus.
program-note-level = { $km } km, à peu près comme ta dernière semaine de charge : tu tiens ce palier.
program-note-lower = { $km } km, un peu moins que ta dernière semaine de charge ({ $reference } km).
program-note-recovery = { $km } km, soit −{ $percent } % : une semaine sur trois, tu récupères et tu deviens plus solide.
program-note-taper = { $km } km, soit −{ $percent } % sur ta plus grosse semaine récente : moins long, mais toujours vif.
program-note-race = { $km } km avant la course, puis le grand jour, le { $date }. Ne rattrape rien.
program-note-race-only = Rien à faire avant la course : repos, sommeil, sac prêt. Le grand jour : le { $date }.
program-note-maintenance = { $km } km faciles pour garder la forme ; le plan commence le { $date }.
program-note-maintenance-last = Ensuite, reprends ces semaines dans le même ordre jusqu’au { $date }.
program-note-key = Séance clé { $day } : { $name }.
program-note-long = Sortie longue : { $km } km { $day }.
program-note-longest = La sortie de { $km } km est la plus longue du plan : { $days } jours pour t’en remettre.
program-note-point = À penser pendant la sortie longue : { $point }.
program-note-point-km = À penser pendant la sortie longue : { $point } (km { $km }).
program-note-heat = Chaleur : { $count ->
    [one] { $count } sortie facile
   *[other] { $count } sorties faciles
} au chaud cette semaine, sans rien ajouter d’intense.
program-note-climb = Vise { $climb } m de montée sur la semaine, pour les { $race } m de ta course.
program-note-pair = Deux sorties longues de suite : mange et bois dès la première, la seconde se court sur la fatigue.
program-note-fuel = Sortie longue de plus d’1 h 30 : emporte à boire et { $carbs } de glucides par heure, comme en course.
program-note-test = Semaine plus légère pour être frais au test { $day }.

# Phases
program-phase-base = Base
program-phase-build = Développement
program-phase-specific = Spécifique
program-phase-taper = Affûtage
program-phase-race = Course
program-purpose-base = habituer le corps à courir régulièrement, surtout facile
program-purpose-build = ajouter des efforts soutenus et de la vitesse sur cette base
program-purpose-specific = courir aux allures et sur le terrain de ta course
program-purpose-specific-endurance = tenir plus longtemps à effort soutenu
program-purpose-taper = réduire le volume, garder l’intensité, arriver en forme
program-purpose-race = courir ta course
program-purpose-race-undated = courir la distance que tu as préparée, en course ou de ton côté
program-key-phase = { $name }, semaines { $first } à { $last } : { $purpose }
program-key-phase-one = { $name }, semaine { $first } : { $purpose }

# Résumé
program-philosophy-beginner = Régularité avant vitesse : { $easy } % de tes minutes sont faciles ({ $hard } % intenses au plus), une semaine sur trois est allégée, et l’intensité n’arrive qu’une fois la base posée.
program-philosophy-intermediate = { $easy } % facile, { $hard } % intense au plus : du volume qui monte doucement, deux séances dures par semaine au maximum, jamais deux jours de suite.
program-philosophy-advanced = { $easy } % facile, { $hard } % intense au plus : chaque séance dure a une allure et une raison, la charge monte deux semaines puis redescend une.
program-progression = De { $start } à { $peak } km par semaine, +10 % au plus d’une semaine de charge à l’autre, une semaine allégée sur trois ; sortie longue de { $first } à { $longest } km.
program-progression-flat = { $peak } km par semaine au plus, puis de moins en moins jusqu’à la course.

# Refus
program-date-past = Le { $date } est déjà passé : donne-moi une date à partir du { $start }.
program-sessions-range = Un plan compte de 2 à 7 séances par semaine : { $sessions } ne convient pas.
