# Une séance avec un coach : la demander, sa carte, son détail.
command-session = Une séance de force, d’endurance, de mobilité…

coach-ask-coach = <b>Quelle séance aujourd’hui ?</b> Choisis ton coach.
coach-latest-planned = Prête : { $title } ({ $day }).
coach-latest-running = En cours : { $title }.
coach-latest-done = La dernière : { $title }, { $day }, effort { $rpe } sur 10.
coach-button-latest = Revoir cette séance
coach-button-resume = ▶ Reprendre où tu en es
coach-last-wish = La dernière fois : { $wish }.
coach-button-again = ▶ Comme la dernière fois
coach-button-change = Changer
coach-button-home = ‹ Les coachs
coach-button-back = ‹ Retour
coach-button-more = Autres ›
coach-kept =
    <b>{ $coach }</b>
    La dernière fois : { $wish }.
coach-wish-so-far = <b>{ $wish }</b>
coach-ask-minutes = Combien de temps as-tu ? Choisis, ou écris « 35 min ».
coach-ask-level = Ton niveau dans ce sport ?
coach-ask-equipment = Où t’entraînes-tu ? Choisis, ou écris ce que tu as : « haltères, banc ».
coach-ask-focus = Que veux-tu travailler ?
coach-ask-sex = Les charges officielles : quelle catégorie ?
coach-sex-women = Femmes
coach-sex-men = Hommes
coach-sex-any = Peu importe
coach-place-none = Rien
coach-place-home = Maison
coach-place-bars = Parc, barres
coach-place-gym = Salle
coach-place-box = Box
coach-place-list = { $count ->
    [one] { $count } équipement
   *[other] { $count } équipements
}
coach-focus-any = Au choix du coach

coach-offer = { $text } Touche ce qui te va.
coach-offer-nothing = { $text } Change la durée, le matériel ou le coach.
coach-legs-when = { $days ->
    [0] aujourd’hui
   *[1] demain
}
coach-legs-first =
    <b>{ $run } { $when } : jambes légères aujourd’hui.</b>
    Une séance dure pour les jambes moins de 36 h avant te volerait cette course. Choisis une version qui les épargne, ou un autre jour.
coach-button-that-day = Garder pour { $day }
coach-ill = Tu as signalé que tu es malade : pas de séance tant que ça dure. Dis-moi comment ça va : /checkin
coach-red-flag = Tu as signalé un signe qui demande un avis médical. Pas de séance avant cet avis. Dis-moi comment ça va : /checkin
coach-stale = Ce bouton est d’avant. Le choix du moment : /session
coach-gone = Cette séance n’existe plus. Une nouvelle : /session
coach-started = Cette séance est commencée : elle ne change plus. Reprends-la avec /session
coach-trouble = Je n’arrive pas à construire cette séance-là. Change la durée, le matériel ou le coach.
coach-very-tired = Ce matin tu te disais très fatigué : le repos te ferait plus de bien. Si tu y tiens, une série de moins partout.

coach-kg = { $kg } kg
coach-unit-reps = { $by } rép.
coach-unit-seconds = { $by } s
coach-unit-metres = { $by } m
coach-unit-minutes = { $by } min
coach-unit-calories = { $by } cal

coach-badge-fast = ⚡ Séance prête.
coach-badge-soon = ⏳ Version enrichie : { $position ->
    [1] c’est ton tour
   *[other] { $position }e dans la file
}, moins de deux minutes. Tu peux commencer.
coach-badge-minutes = ⏳ Version enrichie : { $position ->
    [1] c’est ton tour
   *[other] { $position }e dans la file
}, environ { $minutes } min. Tu peux commencer.
coach-badge-running = ⏳ La version enrichie s’écrit. Tu peux commencer.
coach-badge-claude = ✨ Séance enrichie, écrite pour toi et vérifiée.
coach-badge-catalogue = ✨ Détail des gestes prêt, d’après le catalogue.

coach-button-start = ▶ Commencer
coach-button-detail = ✨ Les gestes
coach-button-notes = Adapter, notes
coach-button-other = Une autre
coach-button-card = ‹ La séance
coach-notes = <b>Bon à savoir</b>
coach-button-see = Voir le geste : { $movement }
coach-for-day = Gardée pour { $day }.
coach-done-on = ✓ Faite { $day }, effort { $rpe } sur 10.
coach-ramp = • { $movement }, pour monter : { $steps }

coach-detail-title = <b>Les gestes</b> · { $title }
coach-detail-page = { $page } sur { $pages }
coach-detail-technique = { $text }
coach-detail-cues = Repères : { $text }
coach-detail-mistakes = À éviter : { $text }
coach-detail-progression = Pour progresser : { $text }
coach-detail-easier = Plus facile : { $movement }.
coach-detail-harder = Plus difficile : { $movement }.

coach-ask-max = <b>{ $movement } : quel est ton maximum ?</b> La charge que tu lèves une seule fois, proprement. Choisis, ou écris « 85 kg ». Je ne le demande qu’une fois : ensuite tes séries me suffisent.
coach-button-max-unknown = Je ne sais pas

coach-moved-legs = <b>{ $run } passe au { $day }.</b> Ta séance « { $title } » du { $own } charge les jambes moins de 36 h avant : déplace-la, allège-la, ou laisse-la.
coach-button-move-to = La passer à { $day }
coach-button-leave-out = La retirer
coach-moved-to = C’est noté : { $title }, { $day }.
coach-left-out = Retirée. Une autre quand tu veux : /session
