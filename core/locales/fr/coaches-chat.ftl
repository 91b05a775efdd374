# Les séances des coachs dans une conversation : demander, épargner les jambes, la prochaine fois.

coaches-wish-minutes-unclear = Donne une durée, par exemple « 45 min » ou « 1 h 15 ».
coaches-wish-level-unclear = Choisis un niveau : débutant, intermédiaire ou avancé.
coaches-wish-focus-unclear = Ce coach n’a pas cette séance : choisis un des boutons.
coaches-wish-sex-unclear = Choisis une catégorie avec un des boutons.

coaches-legs-upper-body = Haut du corps

coaches-works = Ce qui travaille : { $muscles }.

# Ce que vaudra la prochaine fois, et pourquoi
coaches-next-up = { $movement } : { $kg } kg la prochaine fois, car tout est passé à RPE { $rpe }.
coaches-next-same = { $movement } : encore { $kg } kg la prochaine fois, à RPE { $rpe } c’est la bonne charge. Cherche une répétition de plus.
coaches-next-down = { $movement } : { $kg } kg la prochaine fois, car RPE { $rpe } ou des répétitions manquées, c’était trop lourd.
coaches-next-more = RPE { $rpe } au lieu de { $planned } : il te restait de la marge. La prochaine fois, un tour ou une répétition de plus par série.
coaches-next-as-planned = RPE { $rpe } pour { $planned } prévu : la bonne dose. La prochaine fois, autant, en plus propre.
coaches-next-less = RPE { $rpe } au lieu de { $planned } : c’était trop. La prochaine fois, un cinquième de moins.
