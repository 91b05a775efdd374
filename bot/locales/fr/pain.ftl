# Douleur, maladie, reprise progressive.
pain-ask-site = <b>Où as-tu mal ?</b>
pain-ask-side = <b>{ $site }</b> : de quel côté ?
pain-ask-level = <b>{ $place }</b> : combien, de 0 (rien) à 10 (insupportable) ?
pain-side-left = À gauche
pain-side-right = À droite
pain-side-both = Des deux côtés
pain-place-left = { $site } (côté gauche)
pain-place-right = { $site } (côté droit)
pain-place-both = { $site } (des deux côtés)
pain-noted = <b>{ $place } : { $level } sur 10</b>
pain-watch = C’est peu : garde la séance prévue et surveille. Si la douleur monte pendant la course, arrête-toi et marche.
pain-held = Tant que c’est là, tes séances en tiennent compte, et je te redemande demain matin.
pain-better = Une bonne nouvelle : tu montes d’une étape.
pain-same = On reste sur cette étape.
pain-back = La douleur est revenue : on redescend d’une étape, sans forcer.
pain-much = À ce niveau, on ne court pas. Si cela dure plus d’une semaine ou t’empêche de marcher normalement, montre-le à un médecin ou à un kiné.
pain-closed = La reprise est finie : ton plan reprend comme prévu. Reviens en douceur.
pain-title = <b>Tes douleurs</b>
pain-none = Rien de noté. Tant mieux.
pain-history = <b>{ $place }</b> : { $levels }
pain-button-note = Noter une douleur
pain-button-correct = Corriger
pain-unclear = Dis-moi l’endroit, le côté et un nombre de 0 à 10 : « genou gauche 4 ».

illness-ask =
    <b>Où est-ce que ça se passe ?</b>
    C’est ce qui décide : un simple rhume laisse courir doucement, la fièvre jamais.
illness-button-below = Fièvre, toux, ventre, courbatures
illness-button-above = Nez ou gorge seulement
illness-below = <b>Repos complet.</b> Courir avec de la fièvre peut toucher le cœur. Bois, dors ; on reprend quand tu seras sans symptôme depuis 24 heures. Si ça empire ou dure plus de trois jours, vois un médecin.
illness-above = <b>Un rhume : court et facile.</b> Si ça descend dans la poitrine ou si la fièvre monte, on s’arrête.

gate-name-illness = maladie
gate-name-red-flag = avis médical
gate-step = Étape { $number } sur { $total } : { $what }.
gate-step-days = Encore { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} au moins.
gate-step-rest = repos
gate-step-run-walk = course et marche, une minute sur deux
gate-step-short-easy = facile et plus court
gate-step-easy = facile, à la distance prévue
gate-ask-pain = <b>{ $place }</b> ce matin, de 0 à { $most } ?
gate-ask-illness = Ta maladie, ce matin ?
gate-ask-red-flag = Le signe que tu m’avais décrit, ce matin ?
gate-ask-cleared = Rien à courir tant qu’un médecin ne t’a pas donné son accord. Dis-moi quand c’est fait.
gate-button-illness-quiet = Aucun symptôme depuis 24 h
gate-button-illness-some = Encore un peu malade
gate-button-illness-much = Fièvre, ou pire
gate-button-red-flag-quiet = Rien, tout va bien
gate-button-red-flag-much = Il est revenu
gate-button-cleared-cleared = Un médecin m’a donné le feu vert
gate-cleared = Merci de l’avoir fait vérifier. On reprend par petites étapes.
gate-red-flag-back = On s’arrête de nouveau. Vois un médecin avant de reprendre ; si c’est fort ou soudain, appelle le 15 ou le 112.
gate-feeling = Et la forme, aujourd’hui ?
red-flag-load-off = D’ici là, rien à courir : chaque jour de ton plan devient du repos, jusqu’à l’accord d’un médecin. Puis on reprend par étapes.
red-flag-care = Côté course, rien n’est attendu de toi en ce moment.
gate-ask-care = Rien n’est attendu de toi aujourd’hui. Si tu veux parler à quelqu’un : le 3114, gratuit, jour et nuit. La course t’attend, quand tu voudras.
gate-button-care-cleared = Je veux reprendre la course
gate-care-back = Content de te retrouver. On reprend par petites étapes.
command-pain = Noter une douleur, voir l’historique
