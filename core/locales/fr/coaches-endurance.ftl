# Le coach d’endurance.

coaches-endurance-focus-base = Endurance de base
coaches-endurance-focus-threshold = Seuil
coaches-endurance-focus-vo2 = VO2 max
coaches-endurance-focus-recovery = Récupération

coaches-endurance-machine-run = course à pied
coaches-endurance-machine-run-walk = course-marche
coaches-endurance-machine-bike = vélo
coaches-endurance-machine-row = rameur
coaches-endurance-machine-ski = SkiErg
coaches-endurance-machine-air-bike = air bike
coaches-endurance-machine-pool = course dans l’eau
coaches-endurance-machine-walk = marche

coaches-endurance-title-intervals = { $rounds } × { $length }, { $machine }
coaches-endurance-title-steady = { $length } en continu, { $machine }
coaches-endurance-title-progressive = { $length } progressif, { $machine }
coaches-endurance-title-strides = { $length } et lignes droites, { $machine }
coaches-endurance-title-broken = { $length } par morceaux, { $machine }
coaches-endurance-title-loose = { $length } relâché, { $machine }

coaches-endurance-purpose-base = Construire le moteur : assez doux pour parler en phrases, assez long pour compter.
coaches-endurance-purpose-threshold = Tenir plus vite sans s’essouffler : un effort ferme, régulier, juste sous le rouge.
coaches-endurance-purpose-vo2 = Pousser le plafond : des efforts courts et durs, avec le temps de récupérer.
coaches-endurance-purpose-recovery = Faire circuler le sang sans ajouter de fatigue.

coaches-endurance-how-threshold = La dernière répétition à la même allure que la première, le souffle fort mais maîtrisé.
coaches-endurance-how-vo2 = Dur, pas à fond : à la fin de chaque répétition, tu pourrais en tenir encore une minute.
coaches-endurance-how-steady = La même allure du début à la fin ; tu peux parler en phrases entières.
coaches-endurance-how-run-walk = 4 min de course, 1 min de marche, dès le début et jusqu’au bout ; tu peux parler en phrases entières.
coaches-endurance-how-progressive = Reste facile, puis monte d’un cran sur la dernière partie, sans forcer.
coaches-endurance-how-strides = Accélère sans crispation jusqu’à une allure vive, reviens en marchant.
coaches-endurance-how-broken = Entre deux morceaux, marche ou mouline une minute avant d’en avoir besoin.
coaches-endurance-how-loose = Une minute de pause entre deux morceaux : bois, relâche les épaules, repars doucement.
coaches-endurance-easy-rest = Pour finir, en endurance facile

coaches-endurance-note-base = Si tu ne peux plus parler en phrases, ralentis : c’est le souffle qui commande, pas la montre.
coaches-endurance-note-threshold = Si une répétition coûte plus que la précédente, ralentis la suivante plutôt que d’en sauter une.
coaches-endurance-note-vo2 = Si l’allure tombe, la séance est finie : termine au calme, sans regret.
coaches-endurance-note-recovery = Tu dois finir avec plus d’entrain qu’au départ. Sinon, c’était trop vite.
coaches-endurance-note-heart = Cœur pendant le travail : { $low } à { $high } battements par minute.
coaches-endurance-note-fuel = Au-delà de 75 min : bois quelques gorgées toutes les 15 min et prends 30 à 60 g de glucides par heure.

coaches-endurance-scaling-intervals-rx = En forme : comme écrit.
coaches-endurance-scaling-intervals-intermediate = Jour de fatigue : un tiers de répétitions en moins, les mêmes repos.
coaches-endurance-scaling-intervals-beginner = Premières fois : la moitié des répétitions, et récupère aussi doucement que tu veux.
coaches-endurance-scaling-steady-rx = En forme : comme écrit.
coaches-endurance-scaling-steady-intermediate = Jour de fatigue : un quart de moins, encore plus doux.
coaches-endurance-scaling-steady-beginner = Premières fois : 4 min d’effort, 1 min de marche, autant de fois qu’il faut.

coaches-endurance-offer-injury = Avec cette douleur, aucun effort de cette intensité n’est sûr.
coaches-endurance-offer-no-equipment = Avec ce matériel, cette séance n’est pas possible.
coaches-endurance-offer-run-soon = Une séance de qualité est déjà prévue dans les 36 h : deux efforts durs si proches feraient plus de mal que de bien.

coaches-rule-hard-minutes = { $minutes } min en zone « { $zone } » : { $most } au plus dans une séance.
coaches-rule-long-recovery = { $movement } : la récupération ne dure pas plus longtemps que l’effort.
