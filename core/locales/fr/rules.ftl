# Les manquements d’un programme, une phrase chacun, avec les chiffres.
rules-days =
    .count = La semaine compte { $entries } jours au lieu de 7.
    .order = « { $given } » ne peut pas être le jour { $position } d’une semaine qui va du lundi au dimanche.
rules-sessions =
    .range = Le programme annonce { $wanted } séances par semaine : il en faut de 2 à 7.
    .count = { $held } séances au lieu d’exactement { $wanted } (et { $rest } jours de repos).
rules-rest =
    .content = Un jour de repos ne porte aucune séance, celui-ci en porte une.
    .empty = Cette séance n’a ni durée ni distance, ou se présente comme un repos.
rules-intensity =
    .plan = { $intense } minutes intenses sur { $minutes }, soit { $percent } % : { $most } % au plus sur tout le programme.
    .week = { $intense } minutes intenses sur { $minutes }, soit { $percent } % : { $most } % au plus dans une semaine.
rules-growth =
    .week = { $km } km après { $reference } km dans la dernière semaine de charge (+{ $percent } %) : { $most } km au plus.
rules-recovery =
    .missing = { $weeks } semaines de charge de suite : une semaine sur trois doit être allégée.
    .shallow = Semaine de récupération à { $km } km après { $reference } km (−{ $percent } %) : il faut −10 à −35 %.
    .deep = Semaine à { $km } km après { $reference } km (−{ $percent } %) : une semaine allégée reste entre −10 et −35 %.
rules-first-week =
    .large = { $km } km la première semaine pour { $current } km courus aujourd’hui : { $most } km au plus.
    .small = { $km } km la première semaine pour { $current } km courus aujourd’hui : { $least } km au moins.
rules-ceiling =
    .week = { $km } km dans la plus grosse semaine : { $most } km au plus pour ce niveau et cet objectif.
rules-longest-run =
    .spike = Sortie de { $km } km alors que la plus longue des 30 jours précédents fait { $longest } km : { $most } km au plus.
rules-long-run-share =
    .week = La plus longue sortie fait { $km } km sur { $week } (soit { $percent } %) : { $most } % de la semaine au plus.
rules-long-run-minutes =
    .run = Sortie de { $minutes } minutes : { $most } minutes au plus.
rules-hard-days =
    .row = Deux jours durs de suite : { $first } puis { $second }.
rules-hard-sessions =
    .week = { $held } séances dures dans la semaine : { $most } au plus pour ce niveau.
rules-session-cap =
    .km = { $km } km de travail en { $zone } dans une semaine de { $week } km : { $most } km au plus.
    .marathon-minutes = { $minutes } minutes à allure marathon dans une séance : { $most } au plus.
rules-interval-length =
    .repetition = Répétitions de { $minutes } minutes en I : { $most } minutes au plus.
rules-interval-recovery =
    .recovery = { $recovery } minutes de récupération pour des répétitions de { $minutes } minutes en I : jamais plus que l’effort.
rules-taper =
    .window = L’affûtage commence { $days } jours avant la course : il en faut de { $least } à { $most }.
    .cut = { $km } km dans les 6 jours avant la course pour { $reference } km en pleine charge (−{ $percent } %) : il faut −{ $least } à −{ $most } %.
rules-last-hard =
    .days = Dernière séance dure { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } avant la course : il faut de 2 à 5 jours.
rules-longest-run-place =
    .window = La plus longue sortie ({ $km } km) tombe { $days } jours avant la course : il faut de { $least } à { $most } jours.
    .short = La plus longue sortie s’arrête à { $km } km : la progression permettait les { $needed } km que demande la course.
rules-no-reference =
    .pace = L’allure « { $pace } » est donnée à la seconde alors qu’aucun temps de référence n’est connu.
    .notice = Aucun temps de référence : le programme doit le dire et proposer une séance test.
rules-run-walk =
    .first-week = Pour qui ne court pas encore, la première semaine doit alterner course et marche.
rules-injury =
    .notice = Une blessure est signalée et le programme n’en dit rien.
    .hard = Une séance dure dans les { $weeks } premières semaines, qui restent faciles avec cette blessure ({ $site }).
    .left-out = Cette séance est encore à laisser de côté avec cette blessure ({ $site }).
rules-race-trail =
    .hills = La course est un trail et aucune séance ne fait monter.
    .descents = La course est un trail et rien ne prépare aux descentes techniques.
    .proprioception = La course est un trail et rien ne travaille la proprioception.
rules-race-ultra =
    .nutrition = La course est un ultra et aucun conseil de nutrition n’est donné.
    .mental = La course est un ultra et rien ne prépare le mental.
    .back-to-back = La course est un ultra et aucune paire de sorties longues ne se suit sur deux jours.
rules-race-heat =
    .notice = La course se court par forte chaleur et le programme n’en avertit pas.
    .hydration = La course se court par forte chaleur et rien ne parle d’hydratation.
rules-totals =
    .week = La semaine annonce { $said } km et ses séances en font { $held }.
rules-weeks =
    .total = Le programme annonce { $said } semaines et en contient { $held }.
    .number = La semaine numérotée { $said } est à la place { $place }.
rules-length =
    .long = { $held } semaines : { $most } au plus pour cet objectif.
    .short = { $held ->
        [one] Une semaine
       *[other] { $held } semaines
    } : moins que les { $least } de cet objectif, sans que le programme prévienne.
rules-phases =
    .cover = { $covering ->
        [0] Aucune phase ne couvre cette semaine.
       *[other] { $covering } phases couvrent cette semaine : il en faut une seule.
    }
    .outside = Une phase sort des { $held } semaines du programme.
rules-dates =
    .day = Ce jour porte la date du { $said } alors qu’il tombe le { $right }.
    .early = Cette séance est placée avant le début du programme.
rules-race-day =
    .missing = Le programme ne se termine pas par la course du { $date }.
    .date = La course tombe le { $found } dans le programme au lieu du { $date }.
rules-figures =
    .pace = { $km } km en { $minutes } minutes ({ $pace }/km) : ce n’est pas une allure de course à pied.
    .agreement = { $km } km en { $minutes } minutes font { $pace }/km, ce qui contredit l’allure « { $target } ».
    .parts = Les parties de la séance font { $parts } minutes, plus que les { $minutes } annoncées.
