# La vie s'en mêle : un changement du plan montré avant d'être fait, le menu des changements, le journal.
command-change = Changer ton plan : jour impossible, vacances
command-journal = Les derniers changements de ton plan

life-menu =
    <b>Qu’est-ce qui change ?</b>

    Tu peux aussi l’écrire : « mardi impossible », « décale la sortie longue à dimanche », « vacances du 12 au 20 décembre ».
life-menu-day = Un jour impossible
life-menu-trip = Plusieurs jours d’absence
life-menu-pause = Vacances sans courir
life-menu-move = Déplacer une séance
life-menu-ease = Alléger
life-menu-skip = Sauter une séance

life-ask-day = <b>Quel jour est impossible ?</b>
life-ask-trip = <b>Quel est le premier jour ?</b>
life-ask-trip-end = À partir de { $first }. <b>Et le dernier jour ?</b>
life-ask-rest = <b>Quand commencent tes vacances ?</b> Pour d’autres dates, écris « vacances du 12 au 20 décembre ».
life-ask-rest-length = À partir de { $first }. <b>Combien de jours sans courir ?</b>
life-ask-which-days = <b>De quels jours parles-tu ?</b>
life-ask-start = <b>{ $days } jours à partir de quand ?</b>
life-ask-session-move = <b>Quelle séance veux-tu déplacer ?</b>
life-ask-session-skip = <b>Quelle séance veux-tu sauter ?</b>
life-ask-session-ease = <b>Qu’est-ce qu’on allège ?</b>
life-ask-to =
    <b>{ $what }, { $day }</b>
    Quel jour à la place ?
life-no-other-day =
    <b>{ $what }, { $day }</b>
    Aucun autre jour de cette semaine ne convient : deux séances dures se suivraient, ou la semaine est déjà pleine. Tu peux l’alléger ou la sauter.
life-button-today = Aujourd’hui
life-button-swap = { $day } (échange)
life-button-days = { $days } jours
life-button-week = Toute la semaine
life-button-next-week = La semaine prochaine
life-button-ease = L’alléger
life-button-skip = La sauter
life-button-span = { $first } au { $last }

life-title-away = <b>Sans courir { $days }</b>
life-title-pause = <b>Pause { $days }</b>
life-title-move = <b>{ $what } : { $from } → { $to }</b>
life-title-ease = <b>Plus léger : { $what }, { $from }</b>
life-title-skip = <b>Séance sautée : { $what }, { $from }</b>
life-title-lighten = <b>Semaine { $week } allégée</b>
life-title-repeat = <b>Semaine { $week } reprise</b>
life-days-one = { $first }
life-days-list = { $first } et { $last }
life-days-span = du { $first } au { $last }
life-week = <b>Semaine { $week }</b> : { $after } au lieu de { $before }
life-day =
    { $day } · { $before }
    → { $after }
life-day-off = { $day } · <s>{ $before }</s> → repos
life-later = { $weeks ->
    [one] Et { $weeks } autre semaine un peu plus légère.
   *[other] Et { $weeks } autres semaines un peu plus légères.
}
life-why = <b>Pourquoi</b>
life-costs = <b>Ce que ça coûte au plan</b>
life-bullet = • { $text }
life-not-yet = Rien n’est encore changé.
life-reason-moved = La séance change de jour, jamais deux séances dures de suite.
life-reason-swapped = Les deux séances échangent leur jour.
life-reason-made-room = La séance qui compte le plus prend la place d’un footing.
life-reason-dropped = Aucun autre jour ne convient : la séance saute, on ne la rattrape pas.
life-reason-skipped = On ne rattrape pas une séance sautée : on passe à la suivante.
life-reason-eased = En facile : moins d’intensité pour une semaine qui reste équilibrée.
life-reason-fewer = Une répétition de moins : l’effort dur reste à sa part de la semaine.
life-reason-shorter = Un peu plus court : une sortie garde sa part de la semaine et de tes dernières sorties.
life-reason-off = Pas de course ces jours-là, et rien à rattraper.
life-reason-way-back = Au retour, aussi longtemps que l’arrêt : plus court et tout en facile, puis on remonte.
life-reason-follow = Ensuite, jamais plus de 10 % de plus que ta dernière vraie semaine.
life-reason-lighter = Moins de kilomètres et rien de dur, le temps de souffler.
life-reason-race-stays = La course, elle, ne bouge pas.

life-button-apply = Appliquer
life-button-cancel = Annuler
life-button-undo = Annuler ce changement
life-button-journal = Le journal
life-button-again = Changer autre chose
life-applied =
    ✓ C’est fait. { $title }
    Ton plan est à jour : /week. Tu peux revenir en arrière pendant 24 h.
life-left = Ton plan ne change pas.
life-undone = ✓ Annulé : ton plan est exactement comme avant.
life-already = C’est déjà fait.
life-stale = Ton plan a changé depuis : je n’ai rien fait. Redis-moi ce que tu veux, ou choisis dans /change.
life-undo-stale = Une de ces séances a changé ou a été notée depuis : ce changement ne peut plus être annulé.
life-undo-late = Plus de 24 h ont passé : ce changement ne s’annule plus. Pour en faire un autre : /change
life-undo-newer = Annule d’abord le changement le plus récent, dans /journal.
life-gone = Ce bouton n’est plus valable. Pour changer ton plan : /change

life-no-nothing = Rien n’est prévu à ce moment-là : ton plan ne change pas.
life-no-race = La course ne bouge pas : c’est elle qui donne ses dates au plan. Pour une autre course : /start
life-no-past = Ce jour est passé. Pour noter ce que tu as fait : /log
life-no-told = Cette séance est déjà notée : elle ne change plus.
life-no-other-week = Une séance ne change de jour que dans sa semaine, sinon la suivante déborderait.
life-no-breaks = Je ne te le propose pas, ça casserait ton plan :
life-no-outside = Ce moment est hors de ton plan. Ta semaine : /week
life-no-session = Je ne trouve pas cette séance dans les jours qui viennent. Ta semaine : /week
life-no-every-week = Un jour impossible toutes les semaines se règle une fois pour toutes : /settings, « Jours ».
life-instead = Voici les jours qui conviennent :

journal-title = <b>Les derniers changements</b>
journal-empty = Rien n’a changé dans ton plan. Pour changer quelque chose : /change
journal-line = { $date } · { $who } · { $what }
journal-line-undone = { $date } · { $who } · <s>{ $what }</s> annulé
journal-who-runner = toi
journal-who-coach = coach
journal-who-check-in = check-in
journal-away = sans courir { $days }
journal-pause = pause { $days }
journal-move = { $what } : { $from } → { $to }
journal-ease = plus léger : { $what }, { $from }
journal-skip = séance sautée : { $what }, { $from }
journal-lighten = semaine { $week } allégée
journal-repeat = semaine { $week } reprise
journal-check-in = { $before } → { $after }
journal-undo = Annuler le dernier changement
