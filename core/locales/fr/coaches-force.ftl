# Le coach de force.

coaches-force-focus-runner = Force du coureur
coaches-force-focus-strength = Force
coaches-force-focus-hypertrophy = Muscle
coaches-force-focus-power = Puissance

coaches-force-title-one = { $first }
coaches-force-title-two = { $first } et { $second }
coaches-force-purpose-runner = Rendre chaque foulée moins coûteuse : peu de répétitions, lourdes et propres, puis une jambe à la fois.
coaches-force-purpose-bodyweight = Gagner de la force sans charge : des mouvements difficiles, lents, complets, et un vrai repos entre les séries.
coaches-force-purpose-strength = Soulever plus : peu de répétitions, lourdes, avec un vrai repos entre les séries.
coaches-force-purpose-hypertrophy = Construire du muscle : des séries plus longues, lentes à la descente, jamais bâclées.
coaches-force-purpose-power = Bouger vite : chaque répétition à pleine vitesse, et l’on s’arrête dès qu’elle ralentit.

coaches-force-how-main = Toutes les séries d’un mouvement, puis le suivant.
coaches-force-how-supplements = Enchaîne les mouvements, souffle, recommence.
coaches-force-how-supplement = Une série, une courte pause, recommence.

coaches-force-load-up = La dernière fois est passée : monte à { $kg } kg.
coaches-force-load-same = Même charge que la dernière fois ({ $kg } kg) : cherche une répétition de plus.
coaches-force-load-down = La dernière fois était trop dure : redescends à { $kg } kg et soigne le geste.

coaches-force-note-rpe = RPE { $rpe } : à la fin d’une série, tu pourrais encore faire { $reserve } répétitions propres.
coaches-force-note-tempo = Tempo { $tempo } : secondes pour descendre, tenir en bas, monter, tenir en haut.
coaches-force-note-fast = La vitesse décide : dès qu’une répétition ralentit, la série est finie.
coaches-force-note-no-maximum = Je ne connais pas encore ton maximum : choisis une charge qui donne l’effort indiqué, note-la, et la prochaine séance partira de là.
coaches-force-note-runner = Le jour d’une séance de course, fais-la après, ou 6 h plus tard. Rien dans les 48 h avant une compétition.
coaches-force-note-fresh-legs = Tes jambes ont une séance de qualité devant elles ou un gros travail derrière : aujourd’hui, le haut du corps.

coaches-force-scaling-rx = En pleine forme : comme écrit.
coaches-force-scaling-intermediate = Jour de fatigue : une série de moins partout, et 1 point de RPE de moins.
coaches-force-scaling-beginner = Première fois : garde 4 répétitions en réserve, deux séries suffisent.

coaches-force-offer-injury = Avec cette douleur, aucun exercice principal de cette séance n’est sûr.
coaches-force-offer-run-soon = Une séance de qualité est trop proche pour charger les jambes.
coaches-force-offer-no-equipment = Avec ce matériel, cette séance n’aurait pas d’exercice principal.

coaches-rule-volume = { $movement } : { $total } répétitions à cette charge, { $most } au plus (table de Prilepin).
coaches-rule-set-length = { $movement } : à { $percent } %, une série a { $most } répétitions au plus (table de Prilepin).
